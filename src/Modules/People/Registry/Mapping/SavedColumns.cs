using System.Text.Json;
using Layar.Kernel.Data;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Mapping;

/// <summary>A mapping that somebody corrected.</summary>
/// <param name="Kind"><c>Person</c>, <c>Family</c>, or null to leave the table out</param>
/// <param name="Fields">field of each column; null keeps the column as it stands</param>
internal sealed record SavedColumns(TableKind? Kind, IReadOnlyList<string?> Fields)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static SavedColumns Read(string json) => JsonSerializer.Deserialize<SavedColumns>(json)!;

    public TableLayout On(TableLayout found) => found with { Kind = Kind, Fields = [.. found.Headers.Select((_, i) => i < Fields.Count ? Fields[i] : null)] };

    /// <summary>All that was ever corrected, by the fingerprint of the header.</summary>
    public static async Task<Func<byte[], SavedColumns?>> Templates(AppDb db, CancellationToken stop)
    {
        var templates = (await db.Set<RegistryTemplate>().AsNoTracking().Select(t => new { t.Header, t.Columns }).ToListAsync(stop)).ToDictionary(t => Convert.ToHexString(t.Header), t => t.Columns);
        return header => templates.GetValueOrDefault(Convert.ToHexString(header)) is { } columns ? Read(columns) : null;
    }
}
