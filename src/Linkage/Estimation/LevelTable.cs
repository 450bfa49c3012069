namespace Layar.Linkage.Estimation;

/// <summary>
/// Probabilities of the levels of each field in one class of pairs, given the level of the field's parent. Row 0 of a field holds the
/// probabilities without regard to the parent.
/// </summary>
internal sealed class LevelTable
{
    public const int Levels = 8;
    private readonly double[] cells;

    public LevelTable(int fields) => cells = new double[fields * Levels * Levels];

    private LevelTable(double[] cells) => this.cells = cells;

    public ref double this[int field, int parentLevel, int level] => ref cells[(field * Levels + parentLevel) * Levels + level];

    public Span<double> Row(int field, int parentLevel) => cells.AsSpan((field * Levels + parentLevel) * Levels, Levels);

    public LevelTable Logarithms() => new(Array.ConvertAll(cells, c => c > 0 ? Math.Log2(c) : 0));

    /// <summary>Starts every row from one distribution over the levels 1–7.</summary>
    public void Fill(int field, ReadOnlySpan<double> distribution)
    {
        for (var parent = 0; parent < Levels; parent++) distribution.CopyTo(Row(field, parent)[1..]);
    }

    /// <summary>
    /// Turns counts into probabilities: row 0 leans on <paramref name="prior"/> with the weight of <paramref name="lean"/> observations, the other
    /// rows lean on row 0 likewise, so that what was seen seldom stays near what is usual.
    /// </summary>
    public void Normalise(int field, LevelTable prior, double lean, double rowLean)
    {
        Share(Row(field, 0), prior.Row(field, 0), lean);
        for (var parent = 1; parent < Levels; parent++) Share(Row(field, parent), Row(field, 0), rowLean);
    }

    private static void Share(Span<double> counts, ReadOnlySpan<double> prior, double lean)
    {
        var total = lean;
        foreach (var count in counts[1..]) total += count;
        for (var level = 1; level < Levels; level++) counts[level] = (counts[level] + lean * prior[level]) / total;
    }
}
