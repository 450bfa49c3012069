using System.Text.Json;
using System.Text.Json.Serialization;

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

    /// <exception cref="JsonException">It is no such list.</exception>
    public static IReadOnlyList<T> Entries<T>(Stream stream) => JsonSerializer.Deserialize<Content<T>>(stream, Json)?.Entries ?? throw new JsonException("no entries");

    private sealed record Content<T>(IReadOnlyList<T> Entries);
}
