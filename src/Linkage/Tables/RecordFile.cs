using Layar.Linkage.ModelFile;

namespace Layar.Linkage.Tables;

/// <summary>The records of one or two files, column by column. Records of the second file follow those of the first.</summary>
/// <param name="FirstCount">records of the first file; equal to the number of all when there is one file</param>
internal sealed record RecordFile(LinkageModelFile Model, IReadOnlyList<string> Ids, List<RawColumn> Columns, int FirstCount)
{
    public bool TwoFiles { get; init; }

    /// <summary>Hands a column over and forgets it.</summary>
    public RawColumn Take(int column)
    {
        var taken = Columns[column];
        Columns[column] = new RawColumn();
        return taken;
    }

    /// <exception cref="LinkageFault">when a column is missing or a row has no id</exception>
    public static RecordFile Read(LinkageModelFile model, string first, string? second, CancellationToken stop)
    {
        var ids = new List<string>();
        var columns = model.Columns.Select(_ => new RawColumn()).ToList();
        Append(model, first, ids, columns, stop);
        var count = ids.Count;
        if (second is not null) Append(model, second, ids, columns, stop);
        return new RecordFile(model, ids, columns, count) { TwoFiles = second is not null };
    }

    private static void Append(LinkageModelFile model, string path, List<string> ids, List<RawColumn> columns, CancellationToken stop)
    {
        var file = Path.GetFileName(path);
        using var text = TextEncoding.Open(path);
        Append(model, new DelimitedReader(text, file), file, ids, columns, stop);
    }

    private static void Append(LinkageModelFile model, DelimitedReader reader, string file, List<string> ids, List<RawColumn> columns, CancellationToken stop)
    {
        if (!reader.ReadHeader()) throw LinkageFault.OfData($"{file} is empty; the first line must name the columns.");
        var names = Enumerable.Range(0, reader.Fields).Select(i => reader[i].ToString()).ToList();
        var id = Position(names, model.Id, "id", file);
        var places = model.Columns.Select(c => Position(names, c.Name, "columns." + c.Name, file)).ToArray();
        while (reader.Read())
        {
            if ((ids.Count & 0xFFFF) == 0) stop.ThrowIfCancellationRequested();
            if (id >= reader.Fields || reader[id].IsEmpty) throw LinkageFault.OfData($"{file}, line {reader.Line}: the column {model.Id} is empty; every record needs an id.");
            ids.Add(reader[id].ToString());
            for (var c = 0; c < places.Length; c++) columns[c].Add(places[c] < reader.Fields ? reader[places[c]] : default);
        }
    }

    private static int Position(List<string> names, string name, string member, string file)
    {
        var exact = names.IndexOf(name);
        var found = exact >= 0 ? exact : names.FindIndex(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found >= 0 ? found : throw LinkageFault.OfUse($"{file} has no column \"{name}\", which the model names in \"{member}\". Its columns: {string.Join(", ", names)}.");
    }
}
