using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Layar.Linkage.Blocking;
using Layar.Linkage.Comparison;
using Layar.Linkage.Estimation;

namespace Layar.Linkage.Scoring;

/// <summary>Walks all candidate pairs on all threads; results stand in the order of the parts, whichever thread did them.</summary>
internal sealed class CandidateWork(CandidatePairs pairs, RecordRows rows, ParallelOptions parallel)
{
    private readonly ConcurrentBag<PairComparer> idle = [];

    /// <summary>Patterns of a share of the candidates, chosen by a hash of the pair.</summary>
    public PatternCounts Sample(double share, ulong seed)
    {
        var counts = new Dictionary<ulong, int>[pairs.Parts.Count];
        Each((comparer, part) =>
        {
            var sampler = new Sampler(comparer, share, seed);
            pairs.Walk(pairs.Parts[part], ref sampler);
            counts[part] = sampler.Counts;
        }, _ => { });
        return PatternCounts.Merge(counts);
    }

    /// <summary>All pairs whose weight is at least <paramref name="least"/>, and how many were compared.</summary>
    public (List<ScoredPair> Kept, long Compared) Score(PairScorer scorer, double least, Action<int> done)
    {
        var kept = new List<ScoredPair>[pairs.Parts.Count];
        var compared = new long[pairs.Parts.Count];
        Each((comparer, part) =>
        {
            var scoring = new Scoring(comparer, scorer, (float)least);
            pairs.Walk(pairs.Parts[part], ref scoring);
            (kept[part], compared[part]) = (scoring.Kept, scoring.Compared);
        }, done);
        return ([.. kept.SelectMany(k => k)], compared.Sum());
    }

    private void Each(Action<PairComparer, int> act, Action<int> done)
    {
        var finished = 0;
        Parallel.For(0, pairs.Parts.Count, parallel, part =>
        {
            if (!idle.TryTake(out var comparer)) comparer = new PairComparer(rows);
            act(comparer, part);
            idle.Add(comparer);
            done(Interlocked.Increment(ref finished));
        });
    }

    private readonly struct Sampler(PairComparer comparer, double share, ulong seed) : IPairVisitor
    {
        private readonly ulong limit = share >= 1 ? ulong.MaxValue : (ulong)(share * ulong.MaxValue);

        public Dictionary<ulong, int> Counts { get; } = [];

        public void Visit(int left, int right)
        {
            if (Mixing.Hash((ulong)left << 32 | (uint)right, seed) > limit) return;
            CollectionsMarshal.GetValueRefOrAddDefault(Counts, comparer.Pattern(left, right), out _)++;
        }
    }

    private struct Scoring(PairComparer comparer, PairScorer scorer, float least) : IPairVisitor
    {
        public List<ScoredPair> Kept { get; } = [];

        public long Compared { get; private set; }

        public void Visit(int left, int right)
        {
            Compared++;
            var weight = (float)scorer.Weight(left, right, comparer.Pattern(left, right));
            if (weight >= least) Kept.Add(new ScoredPair(left, right, weight));
        }
    }
}
