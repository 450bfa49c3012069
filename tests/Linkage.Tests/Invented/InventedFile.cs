using System.Text;

namespace Layar.Linkage.Tests.Invented;

/// <summary>Records of invented persons with known truth.</summary>
internal sealed class InventedFile(string model, params string[] columns)
{
    private readonly List<(string Id, int Person, string[] Values)> records = [];

    public string Model => model;

    public int Count => records.Count;

    public IReadOnlyList<(string Id, int Person, string[] Values)> Records => records;

    public void Add(int person, string[] values) => records.Add(("", person, values));

    /// <summary>Shuffles the records and gives them ids that tell nothing.</summary>
    public InventedFile Shuffled(Random random, string prefix)
    {
        var shuffled = new InventedFile(model, columns);
        var all = records.ToArray();
        random.Shuffle(all);
        for (var i = 0; i < all.Length; i++) shuffled.records.Add(($"{prefix}{i}", all[i].Person, all[i].Values));
        return shuffled;
    }

    /// <summary>The same records in the same order with other ids.</summary>
    public InventedFile Renamed(string prefix)
    {
        var renamed = new InventedFile(model, columns);
        for (var i = 0; i < records.Count; i++) renamed.records.Add(($"{prefix}{records.Count - i}", records[i].Person, records[i].Values));
        return renamed;
    }

    public string Write(string path, string delimiter = ",")
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.WriteLine(string.Join(delimiter, columns.Prepend("rec_id")));
        foreach (var (id, _, values) in records) file.WriteLine(string.Join(delimiter, values.Select(Quoted).Prepend(id)));
        return path;
    }

    private static string Quoted(string value) => value.AsSpan().ContainsAny(",;\"\t") ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : value;

    /// <summary>Pairs of ids that are one person; inside this file, or with another.</summary>
    public HashSet<(string, string)> Truth(InventedFile? other = null)
    {
        var pairs = new HashSet<(string, string)>();
        if (other is null)
        {
            foreach (var group in records.GroupBy(r => r.Person).Select(g => g.Select(r => r.Id).ToList()))
                for (var i = 0; i < group.Count; i++) for (var j = i + 1; j < group.Count; j++) pairs.Add((group[i], group[j]));
            return pairs;
        }
        var theirs = other.records.ToLookup(r => r.Person, r => r.Id);
        foreach (var record in records) foreach (var id in theirs[record.Person]) pairs.Add((record.Id, id));
        return pairs;
    }
}
