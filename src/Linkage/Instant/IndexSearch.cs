using Layar.Linkage.Comparison;
using Layar.Linkage.Similarity;

namespace Layar.Linkage.Instant;

/// <summary>One search: persons who bear the rarest of the typed words are weighed by all words, the number and the birthday.</summary>
internal sealed class IndexSearch(NameWords words, NumberIndex numbers, List<IndexedPerson> persons, List<int[]> wordsOf)
{
    /// <summary>Persons weighed at most for one list of bearers; a single letter has hundreds of thousands.</summary>
    private const int MostWeighed = 20_000;
    private const int MostNumbers = 2_000;
    private const int ShortestNumber = 4;
    private const double Absent = -6;

    /// <summary>Taken away for each word of the name that was not typed: who is called just so comes first.</summary>
    private const double Untyped = 0.25;
    private const double Born = 12;
    private const double BornInYear = 5;

    public IReadOnlyList<IndexHit> Find(TypedText typed, int most, int count)
    {
        if (count == 0 || most <= 0) return [];
        var best = new Best(most);
        var matches = Matches(typed, count);
        if (typed.Number.Length >= ShortestNumber) ByNumber(typed, matches, best, count);
        else if (typed.Names.Count > 0) ByName(typed, matches, best);
        return [.. best.Sorted().Select(h => Hit(h.Slot, h.Weight, typed, matches, count))];
    }

    private void ByNumber(TypedText typed, List<Dictionary<int, WordMatch>> matches, Best best, int count)
    {
        var found = new List<int>();
        var near = false;
        if (typed.Number.Length <= NumberIndex.Digits) numbers.Beginning(typed.Number, MostNumbers, found);
        if (found.Count == 0 && typed.Number.Length >= NumberIndex.Digits - 1)
        {
            numbers.Near(typed.Number, MostNumbers, found);
            near = true;
        }
        foreach (var slot in found)
            if (wordsOf[slot] is not null) best.Offer(slot, NumberWeight(near, count) + Weight(slot, matches, typed));
    }

    private static double NumberWeight(bool near, int count) => Math.Log2(count) + (near ? -5 : 0);

    private void ByName(TypedText typed, List<Dictionary<int, WordMatch>> matches, Best best)
    {
        var byBearers = Enumerable.Range(0, matches.Count).Where(i => matches[i].Count > 0).OrderBy(i => matches[i].Keys.Sum(w => (long)words.Bearers(w).Count)).ToList();
        var seen = new HashSet<int>();
        foreach (var word in byBearers.Take(2))
        {
            Weigh(matches[word], matches, typed, best, seen);
            if (best.Full && best.Least > 0) return;
        }
    }

    private void Weigh(Dictionary<int, WordMatch> bearing, List<Dictionary<int, WordMatch>> matches, TypedText typed, Best best, HashSet<int> seen)
    {
        var weighed = 0;
        var others = matches.Where(m => m != bearing && m.Count > 0).Sum(m => m.Values.Max(w => (double)w.Weight)) + (typed.Born is null ? typed.Year is null ? 0 : BornInYear : Born);
        foreach (var match in bearing.Values.OrderByDescending(m => m.Weight).ThenBy(m => m.Word))
        {
            if (best.Full && match.Weight + others <= best.Least) return;
            foreach (var slot in words.Bearers(match.Word))
            {
                if (wordsOf[slot] is null || !seen.Add(slot)) continue;
                best.Offer(slot, Weight(slot, matches, typed));
                if (++weighed == MostWeighed || (best.Full && match.Weight + others <= best.Least)) return;
            }
        }
    }

    private List<Dictionary<int, WordMatch>> Matches(TypedText typed, int count)
    {
        var measures = new StringMeasures();
        return [.. typed.Names.Select((w, i) => words.Match(w, typed.LastUnfinished && i == typed.Names.Count - 1, count, measures).ToDictionary(m => m.Word))];
    }

    private double Weight(int slot, List<Dictionary<int, WordMatch>> matches, TypedText typed)
    {
        var weight = 0.0;
        foreach (var word in matches) weight += Find(slot, word) is { Level: not AgreementLevel.Missing } match ? match.Weight : Absent;
        weight -= Untyped * Math.Max(0, wordsOf[slot].Length - typed.Names.Count);
        return weight + BirthWeight(persons[slot].Born, typed);
    }

    private static double BirthWeight(DateOnly? born, TypedText typed)
    {
        if (born is not { } day) return 0;
        if (typed.Born is { } whole) return day == whole ? Born : day.Year == whole.Year ? BornInYear - 2 : Absent;
        return typed.Year is not { } year ? 0 : day.Year == year ? BornInYear : Absent;
    }

    private WordMatch Find(int slot, Dictionary<int, WordMatch> matches)
    {
        var best = default(WordMatch);
        foreach (var word in wordsOf[slot])
        {
            if (matches.TryGetValue(word, out var match) && (best.Level == AgreementLevel.Missing || match.Weight > best.Weight)) best = match;
        }
        return best;
    }

    private IndexHit Hit(int slot, double weight, TypedText typed, List<Dictionary<int, WordMatch>> matches, int count)
    {
        var evidence = typed.Names.Zip(matches, (word, found) => Find(slot, found) is { Level: not AgreementLevel.Missing } m
            ? new TypedEvidence(word, words[m.Word], m.Level, m.Weight) : new TypedEvidence(word, null, AgreementLevel.Different, Absent)).ToList();
        if (typed.Number.Length >= ShortestNumber)
        {
            var exact = persons[slot].Number is { } number && string.Concat(number.Where(char.IsAsciiDigit)).StartsWith(typed.Number, StringComparison.Ordinal);
            evidence.Add(new TypedEvidence(typed.Number, persons[slot].Number, exact ? AgreementLevel.Exact : AgreementLevel.OneEdit, NumberWeight(!exact, count)));
        }
        return new IndexHit(persons[slot], weight, evidence);
    }

    /// <summary>The heaviest so far; of equal weights the one that came first.</summary>
    private sealed class Best(int most)
    {
        private readonly PriorityQueue<int, (double Weight, int Slot)> heap = new(Comparer<(double Weight, int Slot)>.Create((a, b) =>
            a.Weight != b.Weight ? a.Weight.CompareTo(b.Weight) : b.Slot.CompareTo(a.Slot)));

        public bool Full => heap.Count == most;

        public double Least => heap.TryPeek(out _, out var least) ? least.Weight : double.NegativeInfinity;

        public void Offer(int slot, double weight)
        {
            if (weight <= 0) return;
            if (heap.Count < most) heap.Enqueue(slot, (weight, slot));
            else heap.EnqueueDequeue(slot, (weight, slot));
        }

        public IEnumerable<(int Slot, double Weight)> Sorted() =>
            heap.UnorderedItems.Select(i => (Slot: i.Element, i.Priority.Weight)).OrderByDescending(h => h.Weight).ThenBy(h => h.Slot);
    }
}
