using System.Text.Json;

namespace Layar.People.Registry.Mapping;

/// <summary>A mapping that somebody corrected.</summary>
/// <param name="Kind"><c>Person</c>, <c>Family</c>, or null to leave the table out</param>
/// <param name="Fields">field of each column; null keeps the column as it stands</param>
internal sealed record SavedColumns(TableKind? Kind, IReadOnlyList<string?> Fields)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static SavedColumns Read(string json) => JsonSerializer.Deserialize<SavedColumns>(json)!;

    public TableLayout On(TableLayout found) => found with { Kind = Kind, Fields = [.. found.Headers.Select((_, i) => i < Fields.Count ? Fields[i] : null)] };
}
