namespace Layar.Host.Demo;

/// <summary>Rows by kind, ready for a bulk load.</summary>
internal sealed class DemoChunk
{
    public Dictionary<Type, List<object>> Rows { get; } = [];

    public int Cases { get; set; }

    public void Add(IEnumerable<object> rows)
    {
        foreach (var row in rows) Add(row);
    }

    public void Add(object row)
    {
        if (!Rows.TryGetValue(row.GetType(), out var list)) Rows[row.GetType()] = list = [];
        list.Add(row);
    }
}
