using System.Text.Json;
using System.Text.Json.Serialization;
using Layar.Catalogue.Contracts;

namespace Layar.People.Lists;

/// <summary>Reads a list of the module's data folder.</summary>
internal static class DataFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static IReadOnlyList<T> Entries<T>(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"Layar.People.Data.{name}.json")!;
        return Entries<T>(stream);
    }

    /// <summary>The office's own list where its folder has one, else the shipped one.</summary>
    /// <param name="folder">of the office's data files; null for the shipped ones</param>
    /// <param name="faults">what is wrong with the office's list, each with its place</param>
    /// <exception cref="CatalogueDataException">The office's file does not read; each fault is named.</exception>
    public static IReadOnlyList<T> OwnOrShipped<T>(string? folder, string name, Func<IReadOnlyList<T>, IEnumerable<string>> faults)
    {
        var own = folder is null ? null : Path.Combine(folder, name + ".json");
        if (own is null || !File.Exists(own)) return Entries<T>(name);
        try
        {
            using var file = File.OpenRead(own);
            var entries = Entries<T>(file);
            var wrong = faults(entries).Select(fault => $"{name}.json: {fault}").ToList();
            return wrong.Count == 0 ? entries : throw new CatalogueDataException(wrong);
        }
        catch (JsonException wrong)
        {
            throw new CatalogueDataException([$"{name}.json: line {wrong.LineNumber + 1}: is no such list, see the shipped file"]);
        }
    }

    /// <exception cref="JsonException">It is no such list.</exception>
    public static IReadOnlyList<T> Entries<T>(Stream stream) => JsonSerializer.Deserialize<Content<T>>(stream, Json)?.Entries ?? throw new JsonException("no entries");

    private sealed record Content<T>(IReadOnlyList<T> Entries);
}
