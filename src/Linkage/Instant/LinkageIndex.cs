using Layar.Linkage.Canonical;
using Layar.Linkage.Comparison;

namespace Layar.Linkage.Instant;

/// <summary>
/// Persons who may be meant, while somebody types a name, a NIK or a birthday. Kept in the memory of the process; persons come and go one by
/// one. Any number of threads may search while one changes it.
/// </summary>
public sealed class LinkageIndex
{
    private const int MostWordsOfName = 8;
    private readonly ReaderWriterLockSlim door = new();
    private readonly NameWords words = new();
    private readonly NumberIndex numbers = new();
    private readonly Dictionary<Guid, int> slots = [];
    private readonly List<IndexedPerson> persons = [];
    private readonly List<int[]> wordsOf = [];
    private readonly IndexSearch search;
    private int removed;

    public LinkageIndex() => search = new IndexSearch(words, numbers, persons, wordsOf);

    /// <summary>Among few persons each name would count as common, and the only person of a new office would not be found.</summary>
    private const int Fewest = 1000;

    public int Count => slots.Count;

    /// <summary>Adds a person, or puts the new facts in place of the old.</summary>
    public void Add(IndexedPerson person)
    {
        door.EnterWriteLock();
        try
        {
            Forget(person.Id);
            Keep(person);
        }
        finally
        {
            door.ExitWriteLock();
        }
    }

    /// <returns>false when nobody has this id</returns>
    public bool Remove(Guid id)
    {
        door.EnterWriteLock();
        try
        {
            return Forget(id);
        }
        finally
        {
            door.ExitWriteLock();
        }
    }

    /// <param name="typed">as it stands in the box; a blank at the end says that the last word is finished</param>
    /// <returns>heaviest first; equal weights in the order in which they were added</returns>
    public IReadOnlyList<IndexHit> Search(string typed, int most = 10)
    {
        var text = new TypedText(typed);
        door.EnterReadLock();
        try
        {
            return search.Find(text, most, slots.Count == 0 ? 0 : Math.Max(slots.Count, Fewest));
        }
        finally
        {
            door.ExitReadLock();
        }
    }

    /// <summary>Share of persons who would bear this name by chance: the product of the shares of its words, at least half a person.</summary>
    public double Share(string name)
    {
        door.EnterReadLock();
        try
        {
            var persons = Math.Max(1, slots.Count);
            var share = PlainText.Words(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Aggregate(1.0, (all, word) => all * words.Share(word, persons));
            return Math.Max(share, 0.5 / persons);
        }
        finally
        {
            door.ExitReadLock();
        }
    }

    private void Keep(IndexedPerson person)
    {
        var slot = persons.Count;
        var name = PlainText.Words(person.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        persons.Add(person);
        wordsOf.Add([.. name.Take(MostWordsOfName).Distinct().Select(w => words.Add(w, slot))]);
        slots[person.Id] = slot;
        if (NumberIndex.Key(person.Number) is { } key) numbers.Add(key, slot);
    }

    /// <summary>The slot stays and is empty: lists of bearers are passed over by search, and shrink when a quarter of them are gone.</summary>
    private bool Forget(Guid id)
    {
        if (!slots.Remove(id, out var slot)) return false;
        foreach (var word in wordsOf[slot]) words.Left(word);
        persons[slot] = default;
        wordsOf[slot] = null!;
        removed++;
        if (removed <= 1000 || removed < slots.Count / 4) return true;
        Rebuild();
        return true;
    }

    private void Rebuild()
    {
        var staying = persons.Where((_, slot) => wordsOf[slot] is not null).ToList();
        words.Clear();
        numbers.Clear();
        persons.Clear();
        wordsOf.Clear();
        slots.Clear();
        removed = 0;
        foreach (var person in staying) Keep(person);
    }
}
