using Layar.Cases.Contracts;
using Layar.Host.Demo.Correspondence;
using Layar.Host.Demo.Lives;

namespace Layar.Host.Demo.Rows;

/// <summary>Rows by kind, ready for a bulk load, with the words by which their cases are found.</summary>
internal sealed class DemoChunk
{
    public Dictionary<Type, List<object>> Rows { get; } = [];

    public List<SearchedCase> Words { get; } = [];

    public List<DemoLetter> Letters { get; } = [];

    public int Cases { get; set; }

    public void Add(DemoLife life)
    {
        Cases++;
        Add(life.File);
        Add(life.Report);
        foreach (var act in life.Acts) Add(act);
        foreach (var row in life.Rows) Add(row);
        if (life.Letter is { } letter) Letters.Add(letter);
        if (!life.File.Secret)
            Words.Add(new(life.File.Id, $"{life.File.Title} {life.Told.Story} {life.Told.Landmark} {life.Told.Person?.Name}", life.File.Area));
    }

    public void Add(object row)
    {
        if (!Rows.TryGetValue(row.GetType(), out var list)) Rows[row.GetType()] = list = [];
        list.Add(row);
    }
}
