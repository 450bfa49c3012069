using System.Text.Json;

namespace Layar.Catalogue.Loading;

/// <summary>A parsed file: an object with <c>version</c>, <c>about</c> and its lists.</summary>
internal sealed class DataFile
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false,
    };

    private readonly JsonElement root;
    private readonly Faults faults;
    private readonly string path;

    private DataFile(Faults faults, string path, JsonElement root) => (this.faults, this.path, this.root) = (faults, path, root);

    public static DataFile Read(DataFiles files, Faults faults, string path)
    {
        using var stream = files.Open(path);
        if (stream is null) return Broken(faults, path, "the file is missing");
        try
        {
            using var document = JsonDocument.Parse(stream, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(faults, path, document.RootElement.Clone())
                : Broken(faults, path, "must be an object with \"version\" and \"entries\"");
        }
        catch (JsonException broken)
        {
            return Broken(faults, path, $"line {broken.LineNumber + 1}: is not JSON: {broken.Message}");
        }
    }

    /// <summary>The file itself as one entry, for profiles.</summary>
    public Entry Whole(string name) => new(faults, path, name, "", root);

    /// <summary>Reads each object of a list; its <paramref name="key"/> names it in faults and, unless versioned, may stand once.</summary>
    public IReadOnlyList<T> List<T>(Func<Entry, T> read, string list = "entries", string key = "code", bool versioned = false)
    {
        if (!root.TryGetProperty(list, out var array) || array.ValueKind != JsonValueKind.Array)
        {
            faults.Add(path, "(file)", list, "the list is missing");
            return [];
        }
        var result = new List<T>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, json) in array.EnumerateArray().Index())
        {
            var name = json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out var code) && code.ValueKind != JsonValueKind.Null
                ? code.ToString() : $"entry {index + 1}";
            if (!names.Add(name) && !versioned) faults.Add(path, name, key, "stands twice");
            var entry = new Entry(faults, path, name, "", json);
            if (json.ValueKind != JsonValueKind.Object) { entry.Fault("", "must be an object"); continue; }
            result.Add(read(entry));
            entry.Done();
        }
        return result;
    }

    private static DataFile Broken(Faults faults, string path, string what)
    {
        faults.Add(path, "(file)", "", what);
        return new(faults, path, JsonDocument.Parse("""{"entries":[]}""").RootElement.Clone());
    }
}
