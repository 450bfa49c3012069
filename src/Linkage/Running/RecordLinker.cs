using Layar.Linkage.Blocking;
using Layar.Linkage.Comparison;
using Layar.Linkage.Decision;
using Layar.Linkage.Estimation;
using Layar.Linkage.ModelFile;
using Layar.Linkage.Scoring;
using Layar.Linkage.Tables;

namespace Layar.Linkage.Running;

/// <summary>
/// Links the records of two files, or finds the repeated persons of one: blocking, comparison, estimation without labels, decision.
/// The same files and seed give the same result on any number of threads.
/// </summary>
public sealed class RecordLinker
{
    /// <summary>Binary logarithm of the odds below which a pair is forgotten.</summary>
    private const double Forgotten = -7;

    /// <summary>Share of repeated records above which frequencies are counted anew by persons.</summary>
    private const double ManyRepeated = 0.03;

    private readonly RecordFile file;
    private readonly LinkOptions options;
    private readonly IProgress<LinkProgress>? progress;
    private readonly CancellationToken stop;
    private readonly ParallelOptions parallel;
    private readonly List<Field> fields;
    private readonly RecordRows rows;
    private readonly PairComparer comparer;
    private MixtureModel? model;
    private PairScorer? scorer;

    private RecordLinker(RecordFile file, LinkOptions options, IProgress<LinkProgress>? progress, CancellationToken stop)
    {
        (this.file, this.options, this.progress, this.stop) = (file, options, progress, stop);
        parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = stop };
        progress?.Report(new LinkProgress("preparing", 0));
        fields = Field.Of(file, parallel);
        rows = new RecordRows(fields, file.Ids.Count);
        comparer = new PairComparer(rows);
    }

    /// <summary>Same and review, in the order of the files.</summary>
    public IReadOnlyList<LinkedPair> Pairs { get; private set; } = [];

    public LinkSummary Summary { get; private set; } = new(0, 0, 0, 0, 1, 1, false);

    /// <exception cref="LinkageFault">when a file does not fit the model</exception>
    /// <exception cref="IOException">when a file cannot be read</exception>
    public static RecordLinker Run(LinkageModelFile model, string first, string? second, LinkOptions options, IProgress<LinkProgress>? progress, CancellationToken stop)
    {
        progress?.Report(new LinkProgress("reading", 0));
        var linker = new RecordLinker(RecordFile.Read(model, first, second, stop), options, progress, stop);
        if (linker.fields.Count > 0 && linker.AllPairs > 0) linker.Link();
        else linker.Summary = linker.Summary with { Records = linker.file.Ids.Count };
        return linker;
    }

    /// <summary>What each field says of a pair, and the part of a common household last.</summary>
    public IReadOnlyList<FieldEvidence> Explain(LinkedPair pair)
    {
        var pattern = comparer.Pattern(pair.Left, pair.Right);
        var weights = scorer!.Weights(pair.Left, pair.Right, pattern);
        var evidence = fields.Select((f, i) => new FieldEvidence(f.Name, (AgreementLevel)PairComparer.Level(pattern, i), weights[i])).ToList();
        evidence.Add(new FieldEvidence(FieldEvidence.Household, AgreementLevel.Missing, scorer.Weight(pair.Left, pair.Right, pattern) - weights.Sum()));
        return evidence;
    }

    internal MixtureModel? Model => model;

    private int Records => file.Ids.Count;

    private double AllPairs => file.TwoFiles ? (double)file.FirstCount * (Records - file.FirstCount) : (double)Records * (Records - 1) / 2;

    private void Link()
    {
        progress?.Report(new LinkProgress("blocking", 0));
        var candidates = Candidates();
        var work = new CandidateWork(candidates, rows, parallel);
        progress?.Report(new LinkProgress("learning", 0));
        model = Learn(work, candidates);
        scorer = new PairScorer(fields, model, new TermFrequencies(fields, null));
        var (kept, compared) = Score(work, scorer, candidates.Parts.Count);
        progress?.Report(new LinkProgress("deciding", 0));
        var decided = file.TwoFiles ? DecideTwo(kept) : DecideOne(kept);
        Publish(decided, compared);
    }

    private CandidatePairs Candidates()
    {
        var every = AllPairs <= options.AllPairsUpTo;
        List<PassPlan> plans = every ? [new PassPlan(new BlockingKey("all", new int[Records]), [])] : BlockingPlan.For(fields);
        var passes = new BlockingPass[plans.Count];
        Parallel.For(0, plans.Count, parallel, p => passes[p] = new BlockingPass(plans[p], file.FirstCount, file.TwoFiles, every ? long.MaxValue : options.PairsPerPass));
        return new CandidatePairs(passes, Records, file.FirstCount, file.TwoFiles);
    }

    private MixtureModel Learn(CandidateWork work, CandidatePairs candidates)
    {
        var share = Math.Min(1, options.TrainingPairs / Math.Max(1.0, candidates.Expected));
        var sample = work.Sample(share, options.Seed).Times(1 / share);
        var random = AllPairs <= options.AllPairsUpTo ? sample
            : Estimation.RandomPairs.Count(rows, Records, file.FirstCount, file.TwoFiles, options.RandomPairs, options.Seed, parallel);
        return new ExpectationMaximisation(fields, DependenceTree.Of(random, fields.Count), sample, random, AllPairs, Records).Learn(stop);
    }

    private (List<ScoredPair> Kept, long Compared) Score(CandidateWork work, PairScorer by, int parts)
    {
        var (kept, compared) = work.Score(by, Forgotten - by.Prior, done => progress?.Report(new LinkProgress("comparing", (double)done / parts)));
        kept.Sort();
        return (kept, compared);
    }

    private Decided DecideTwo(List<ScoredPair> kept)
    {
        var thresholds = Thresholds.From(kept, Probability);
        if (!OneToOne.Fits(Records, kept, Probability))
            return new Decided(kept, p => Probability(p) >= thresholds.Same, thresholds.Review, OneToOne: false);
        var matching = new OneToOne(Records, file.FirstCount, kept, scorer!.Prior);
        return new Decided(kept, p => matching.Joined(p.Left, p.Right), thresholds.Review, OneToOne: true);
    }

    private Decided DecideOne(List<ScoredPair> kept)
    {
        var persons = Group(kept);
        if (persons.Groups.Sum(g => g.Count - 1) > ManyRepeated * Records)
        {
            scorer = new PairScorer(fields, model!, new TermFrequencies(fields, persons.Of));
            kept = [.. kept.Select(p => p with { Weight = (float)Weight(p.Left, p.Right) })];
            kept.Sort();
            persons = Group(kept);
        }
        var known = kept.Where(p => persons.Of[p.Left] == persons.Of[p.Right]).Select(p => (p.Left, p.Right)).ToHashSet();
        foreach (var group in persons.Groups)
        {
            foreach (var (left, right) in PairsOf(group).Where(p => !known.Contains(p))) kept.Add(new ScoredPair(left, right, (float)Weight(left, right)));
        }
        return new Decided(kept, p => persons.Of[p.Left] == persons.Of[p.Right], Thresholds.From(kept, Probability).Review, OneToOne: false);
    }

    private Persons Group(List<ScoredPair> kept)
    {
        var threshold = Thresholds.From(kept, Probability).Same;
        return new Persons(Records, kept.TakeWhile(p => Probability(p) >= threshold), (a, b) => Weight(a, b) + scorer!.Prior);
    }

    private static IEnumerable<(int Left, int Right)> PairsOf(IReadOnlyList<int> group)
    {
        for (var i = 0; i < group.Count; i++)
            for (var j = i + 1; j < group.Count; j++) yield return (Math.Min(group[i], group[j]), Math.Max(group[i], group[j]));
    }

    private double Weight(int a, int b)
    {
        var (left, right) = a < b ? (a, b) : (b, a);
        return scorer!.Weight(left, right, comparer.Pattern(left, right));
    }

    private double Probability(ScoredPair pair) => scorer!.Probability(pair.Weight);

    private void Publish(Decided decided, long compared)
    {
        var shown = decided.Pairs.Where(p => decided.Same(p) || Probability(p) >= decided.Review).OrderBy(p => p.Left).ThenBy(p => p.Right).ToList();
        Pairs = [.. shown.Select(p => new LinkedPair(file.Ids[p.Left], file.Ids[p.Right], p.Weight, Probability(p), decided.Same(p) ? LinkDecision.Same : LinkDecision.Review) { Left = p.Left, Right = p.Right })];
        var same = shown.Count(decided.Same);
        var right = shown.Where(decided.Same).Sum(Probability);
        var all = decided.Pairs.Sum(Probability);
        Summary = new LinkSummary(Records, compared, same, shown.Count - same, same == 0 ? 1 : right / same, all == 0 ? 1 : right / all, decided.OneToOne);
    }

    /// <param name="Review">probability from which a pair that is not the same is shown</param>
    private sealed record Decided(List<ScoredPair> Pairs, Func<ScoredPair, bool> Same, double Review, bool OneToOne);
}
