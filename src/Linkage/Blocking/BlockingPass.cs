namespace Layar.Linkage.Blocking;

/// <summary>One pass: records in the order of their blocks, and the block of each record.</summary>
internal sealed class BlockingPass
{
    private readonly IReadOnlyList<BlockingKey> refinements;
    private readonly int firstCount;
    private readonly bool twoFiles;
    private readonly int largest;
    private readonly bool again;
    private readonly List<(int Start, int Length)> blocks = [];

    /// <param name="budget">pairs that the pass may bring; sets the size above which a block is refined</param>
    public BlockingPass(PassPlan plan, int firstCount, bool twoFiles, long budget)
    {
        (refinements, this.firstCount, this.twoFiles, again) = (plan.Refinements, firstCount, twoFiles, plan.Again);
        BlockOf = new int[plan.Base.Values.Length];
        Array.Fill(BlockOf, -1);
        Order = Sorted(plan.Base.Values, out var starts);
        largest = LargestBlock(starts, budget);
        for (var b = 0; b + 1 < starts.Length; b++) Divide(starts[b], starts[b + 1] - starts[b], 0);
    }

    public int[] Order { get; }

    /// <summary>-1 for records that meet nobody in this pass.</summary>
    public int[] BlockOf { get; }

    public IReadOnlyList<(int Start, int Length)> Blocks => blocks;

    /// <summary>Counting sort by key; records without a key are left out.</summary>
    private static int[] Sorted(int[] keys, out int[] starts)
    {
        var known = Enumerable.Range(0, keys.Length).Where(i => keys[i] >= 0).ToArray();
        var sortKeys = Array.ConvertAll(known, i => ((long)keys[i] << 32) | (uint)i);
        Array.Sort(sortKeys);
        var begins = new List<int>();
        for (var i = 0; i < sortKeys.Length; i++) if (i == 0 || sortKeys[i] >> 32 != sortKeys[i - 1] >> 32) begins.Add(i);
        begins.Add(sortKeys.Length);
        starts = [.. begins];
        return Array.ConvertAll(sortKeys, k => (int)k);
    }

    /// <summary>The largest size for which all blocks, those above it cut to it, stay within the budget.</summary>
    private static int LargestBlock(int[] starts, long budget)
    {
        var sizes = starts.Zip(starts.Skip(1), (a, b) => b - a).Order().ToArray();
        var (below, above) = (0.0, sizes.Sum(s => (double)s));
        var best = Smallest;
        foreach (var size in sizes)
        {
            var reach = 2 * (budget - below) / above;
            best = Math.Max(best, (int)Math.Min(size, reach));
            if (reach < size) break;
            below += (double)size * size / 2;
            above -= size;
        }
        return best;
    }

    private const int Smallest = 8;

    private void Divide(int start, int length, int refinement)
    {
        if (length < 2) return;
        if (length <= largest)
        {
            if (refinement > 0 || !again) Keep(start, length);
        }
        else if (refinement == refinements.Count) Cut(start, length);
        else
        {
            var keys = refinements[refinement].Values;
            var part = Order.AsSpan(start, length);
            var sortKeys = new long[length];
            for (var i = 0; i < length; i++) sortKeys[i] = (long)keys[part[i]] << 32 | (uint)part[i];
            Array.Sort(sortKeys);
            var begin = 0;
            for (var i = 0; i < length; i++)
            {
                part[i] = (int)sortKeys[i];
                if (i + 1 < length && sortKeys[i + 1] >> 32 == sortKeys[i] >> 32) continue;
                Divide(start + begin, i + 1 - begin, refinement + 1);
                begin = i + 1;
            }
        }
    }

    /// <summary>Nothing divides these records further: neighbours in the file stay together.</summary>
    private void Cut(int start, int length)
    {
        for (var at = 0; at < length; at += largest) Keep(start + at, Math.Min(largest, length - at));
    }

    private void Keep(int start, int length)
    {
        var part = Order.AsSpan(start, length);
        part.Sort();
        if (length < 2 || (twoFiles && (part[0] >= firstCount || part[^1] < firstCount))) return;
        foreach (var record in part) BlockOf[record] = blocks.Count;
        blocks.Add((start, length));
    }
}
