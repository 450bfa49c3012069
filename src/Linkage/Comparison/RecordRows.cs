namespace Layar.Linkage.Comparison;

/// <summary>The numbers of all values record by record, so that comparing a pair touches two places of memory instead of two per field.</summary>
internal sealed class RecordRows
{
    private readonly int width;

    public RecordRows(IReadOnlyList<Field> fields, int records)
    {
        width = fields.Count;
        Values = new int[records * width];
        Comparers = [.. fields.Select(FieldComparer.For)];
        for (var f = 0; f < width; f++)
            for (var r = 0; r < records; r++) Values[r * width + f] = fields[f].Values[r];
    }

    public int[] Values { get; }

    public FieldComparer[] Comparers { get; }

    public int Start(int record) => record * width;

    public ReadOnlySpan<int> Of(int record) => Values.AsSpan(record * width, width);
}
