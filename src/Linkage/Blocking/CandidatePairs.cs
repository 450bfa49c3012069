namespace Layar.Linkage.Blocking;

/// <summary>What is done with each candidate pair; a struct, so that the call is inlined into the loop.</summary>
internal interface IPairVisitor
{
    void Visit(int left, int right);
}

/// <summary>
/// The union of all passes, each pair once: a pair belongs to the first pass in which its records share a block, so no list of pairs seen
/// has to be kept.
/// </summary>
internal sealed class CandidatePairs
{
    private const long PairsPerPart = 200_000;
    private readonly BlockingPass[] passes;
    private readonly int[] blockOf;
    private readonly int firstCount;
    private readonly bool twoFiles;

    public CandidatePairs(IReadOnlyList<BlockingPass> passes, int records, int firstCount, bool twoFiles)
    {
        (this.passes, this.firstCount, this.twoFiles) = ([.. passes], firstCount, twoFiles);
        blockOf = new int[(long)records * this.passes.Length];
        Parallel.For(0, records, r =>
        {
            for (var p = 0; p < this.passes.Length; p++) blockOf[r * this.passes.Length + p] = this.passes[p].BlockOf[r];
        });
        Parts = Divide();
    }

    /// <summary>Equal shares of the work, in an order that does not depend on the number of threads.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>About how many pairs the passes bring, those counted twice that two passes bring.</summary>
    public double Expected => passes.Sum(p => p.Blocks.Sum(b => (double)b.Length * b.Length / (twoFiles ? 4 : 2)));

    /// <param name="FirstRow">rows of the first block to take, for blocks that are a part or more alone</param>
    public readonly record struct Part(int Pass, int FirstBlock, int LastBlock, int FirstRow, int LastRow);

    public void Walk<TVisitor>(Part part, ref TVisitor visitor) where TVisitor : struct, IPairVisitor
    {
        var pass = passes[part.Pass];
        for (var b = part.FirstBlock; b <= part.LastBlock; b++)
        {
            var (start, length) = pass.Blocks[b];
            var records = pass.Order.AsSpan(start, length);
            var split = twoFiles ? FirstOfSecond(records) : 0;
            var rows = twoFiles ? split : length - 1;
            for (var i = Math.Min(part.FirstRow, rows); i < Math.Min(part.LastRow, rows); i++)
            {
                for (var j = twoFiles ? split : i + 1; j < length; j++)
                    if (IsNew(records[i], records[j], part.Pass)) visitor.Visit(records[i], records[j]);
            }
        }
    }

    private bool IsNew(int left, int right, int pass)
    {
        var a = blockOf.AsSpan(left * passes.Length, pass);
        var b = blockOf.AsSpan(right * passes.Length, pass);
        for (var p = 0; p < a.Length; p++) if (a[p] == b[p] && a[p] >= 0) return false;
        return true;
    }

    private int FirstOfSecond(ReadOnlySpan<int> sorted)
    {
        var split = 0;
        while (split < sorted.Length && sorted[split] < firstCount) split++;
        return split;
    }

    private List<Part> Divide()
    {
        var parts = new List<Part>();
        for (var p = 0; p < passes.Length; p++)
        {
            var (from, held) = (0, 0L);
            for (var b = 0; b < passes[p].Blocks.Count; b++)
            {
                var (_, length) = passes[p].Blocks[b];
                var pairs = (long)length * length / 2;
                if (pairs > PairsPerPart)
                {
                    if (from < b) parts.Add(new Part(p, from, b - 1, 0, int.MaxValue));
                    var rows = (int)Math.Max(1, PairsPerPart / length);
                    for (var row = 0; row < length; row += rows) parts.Add(new Part(p, b, b, row, row + rows));
                    (from, held) = (b + 1, 0);
                }
                else if ((held += pairs) > PairsPerPart)
                {
                    parts.Add(new Part(p, from, b, 0, int.MaxValue));
                    (from, held) = (b + 1, 0);
                }
            }
            if (from < passes[p].Blocks.Count) parts.Add(new Part(p, from, passes[p].Blocks.Count - 1, 0, int.MaxValue));
        }
        return parts;
    }
}
