using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Looking;

/// <summary>The imports that count, and which of them speaks for a kecamatan.</summary>
internal sealed class ReleasesInForce
{
    private readonly IReadOnlyDictionary<RegistryImportId, RegistryRelease> byId;
    private readonly IReadOnlyDictionary<RegistryImportId, string[]> districts;

    private static readonly Func<AppDb, IAsyncEnumerable<ReleaseRow>> Committed = EF.CompileAsyncQuery((AppDb db) =>
        db.Set<RegistryImport>().AsNoTracking().Where(i => i.State == ImportState.Committed).Select(i => new ReleaseRow(i.Id, i.Kind, i.AsOf, i.CommittedAt!.Value, i.Districts)));

    private ReleasesInForce(IReadOnlyList<(RegistryRelease Release, string? Districts)> rows)
    {
        All = [.. rows.Select(r => r.Release)];
        byId = rows.ToDictionary(r => r.Release.Import, r => r.Release);
        districts = rows.ToDictionary(r => r.Release.Import, r => (r.Districts ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Most trusted register first, newest first.</summary>
    public IReadOnlyList<RegistryRelease> All { get; }

    public static async Task<ReleasesInForce> Read(AppDb db, CancellationToken stop)
    {
        var rows = await Committed(db).ToListAsync(stop);
        return new([.. rows.OrderBy(r => r.Kind).ThenByDescending(r => r.AsOf).ThenByDescending(r => r.CommittedAt)
            .Select(r => (new RegistryRelease(r.Kind, r.AsOf, r.Id, r.CommittedAt), r.Districts))]);
    }

    public RegistryRelease? Find(RegistryImportId id) => byId.GetValueOrDefault(id);

    /// <summary>Whether no newer release of the same register covers the place.</summary>
    public bool IsCurrent(RegistryRelease release, string? village) =>
        !All.Any(other => other.Kind == release.Kind && other.AsOf > release.AsOf && Covers(other, village));

    public bool Covers(RegistryRelease release, string? village) =>
        districts[release.Import] is not { Length: > 0 } named || village is null || village.Length < 8 || named.Contains(village[..8], StringComparer.Ordinal);

    private sealed record ReleaseRow(RegistryImportId Id, RegistryKind Kind, DateOnly AsOf, DateTime CommittedAt, string? Districts);
}
