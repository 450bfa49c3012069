using System.Text.Json;

namespace Layar.Linkage.ModelFile;

/// <summary>
/// What the user knows of the files: <c>{ "id": "rec_id", "columns": { "given_name": "given", … } }</c>.
/// Weights are not part of it: they are learned from the files.
/// </summary>
public sealed record LinkageModelFile(string Id, IReadOnlyList<FieldColumn> Columns)
{
    /// <summary>Levels of a field take 3 of 64 bits.</summary>
    public const int MostColumns = 21;

    private static readonly Dictionary<string, FieldKind> Kinds = Enum.GetValues<FieldKind>().ToDictionary(k => k.ToString().ToLowerInvariant());

    /// <exception cref="LinkageFault">with file, line and column, or the name of the member, when the text is no model</exception>
    public static LinkageModelFile Parse(string json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement, file);
        }
        catch (JsonException wrong)
        {
            throw LinkageFault.OfUse($"{file}, line {(wrong.LineNumber ?? 0) + 1}, position {(wrong.BytePositionInLine ?? 0) + 1}: this is not JSON. {Form}");
        }
    }

    private const string Form = "Write { \"id\": \"rec_id\", \"columns\": { \"given_name\": \"given\" } }.";

    private static LinkageModelFile Read(JsonElement root, string file)
    {
        if (root.ValueKind != JsonValueKind.Object) throw LinkageFault.OfUse($"{file}: the model must be an object. {Form}");
        if (!root.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(id.GetString()))
            throw LinkageFault.OfUse($"{file}: \"id\" must name the column that holds the record ids. {Form}");
        if (!root.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Object)
            throw LinkageFault.OfUse($"{file}: \"columns\" must map column names to kinds. {Form}");
        var idColumn = id.GetString()!.Trim();
        var fields = columns.EnumerateObject().Select(c => Field(c, idColumn, file)).ToList();
        if (fields.Count == 0) throw LinkageFault.OfUse($"{file}: \"columns\" is empty; name at least one column. {Form}");
        if (fields.Count > MostColumns) throw LinkageFault.OfUse($"{file}: \"columns\" has {fields.Count} entries; at most {MostColumns} can be compared.");
        if (fields.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw LinkageFault.OfUse($"{file}: \"columns\" names \"{twice.Key}\" twice.");
        return new LinkageModelFile(idColumn, fields);
    }

    private static FieldColumn Field(JsonProperty column, string id, string file)
    {
        var name = column.Name.Trim();
        if (name.Length == 0) throw LinkageFault.OfUse($"{file}: \"columns\" has an entry without a name.");
        if (name.Equals(id, StringComparison.OrdinalIgnoreCase)) throw LinkageFault.OfUse($"{file}: \"columns.{name}\" is the id column; an id is no evidence.");
        var kind = column.Value.ValueKind == JsonValueKind.String ? column.Value.GetString()!.Trim().ToLowerInvariant() : column.Value.GetRawText();
        return Kinds.TryGetValue(kind, out var known) ? new FieldColumn(name, known)
            : throw LinkageFault.OfUse($"{file}: \"columns.{name}\" has the unknown kind {column.Value.GetRawText()}. Kinds: {string.Join(", ", Kinds.Keys)}.");
    }
}
