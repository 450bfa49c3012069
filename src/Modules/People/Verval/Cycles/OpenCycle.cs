using System.Security.Cryptography;
using System.Text;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Registry.Committing;
using Layar.People.Registry.Looking;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Layar.People.Verval;

/// <summary>What a planner says of a new cycle.</summary>
internal sealed class CycleInput
{
    public string? Name { get; set; }
    public Guid? Release { get; set; }
    public VervalUnit? Unit { get; set; }

    /// <summary>Kecamatan or village; null for all.</summary>
    public string? Area { get; set; }

    /// <summary>Lines drawn in each village; null for all.</summary>
    public int? Sample { get; set; }
    public int? Seed { get; set; }
    public DateOnly? Starts { get; set; }
    public DateOnly? Ends { get; set; }
    public string? LegalBasis { get; set; }
}

/// <summary>Opens a cycle and writes the list of each village.</summary>
internal sealed class OpenCycle(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    private const int LargestSample = 5000;

    public Task<Outcome<VervalCycleId>> Do(CycleInput input, Actor actor, CancellationToken stop) => change.Run<VervalCycleId>(async () =>
    {
        if (Fault(input) is { } fault) return fault;
        await db.TakeTurn(CommitImport.Turn, stop);
        var releases = await ReleasesInForce.Read(db, stop);
        if (releases.Find(new RegistryImportId(input.Release!.Value)) is not { } release) return new Refusal("people.verval.refused.release", nameof(input.Release));
        var now = clock.GetUtcNow().UtcDateTime;
        var cycle = new VervalCycle
        {
            Id = new VervalCycleId(Guid.CreateVersion7(now)), Name = input.Name!.Trim(), ImportId = release.Import, Source = release.Source, Kind = release.Kind, AsOf = release.AsOf, Unit = input.Unit!.Value,
            SamplePerVillage = input.Sample, Seed = input.Seed ?? RandomNumberGenerator.GetInt32(1, 1_000_000), Starts = input.Starts!.Value, Ends = input.Ends!.Value, LegalBasis = input.LegalBasis!.Trim(),
            CreatedAt = now, CreatedBy = actor.Name, Version = 1,
        };
        db.Add(cycle);
        var (villages, lines) = await Lists(cycle, input.Area, stop);
        if (lines == 0) return new Refusal("people.verval.refused.nobody", nameof(input.Area));
        await acts.Record(cycle.Id.Value, "VervalOpened", actor, stop, after: new { release = cycle.Source, unit = cycle.Unit.ToString(), sample = cycle.SamplePerVillage, seed = cycle.Seed, villages, lines });
        return cycle.Id;
    }, stop);

    private static Refusal? Fault(CycleInput input) => Refusal.Of(Faults(input));

    private static IEnumerable<Refusal> Faults(CycleInput input)
    {
        if (input.Name?.Trim().Length is not (>= 3 and <= 120)) yield return new Refusal("people.verval.refused.name", nameof(input.Name));
        if (input.Release is null) yield return new Refusal("people.verval.refused.release", nameof(input.Release));
        if (input.Unit is not { } unit || !Enum.IsDefined(unit)) yield return new Refusal("people.refused.choose", nameof(input.Unit));
        if (input.Sample is < 1 or > LargestSample) yield return new Refusal("people.verval.refused.sample", nameof(input.Sample), LargestSample);
        if (input.Starts is null) yield return new Refusal("people.verval.refused.day", nameof(input.Starts));
        if (input.Ends is not { } ends || ends < input.Starts) yield return new Refusal("people.verval.refused.ends", nameof(input.Ends));
        if (input.LegalBasis?.Trim().Length is not (>= 3 and <= 300)) yield return new Refusal("people.verval.refused.basis", nameof(input.LegalBasis));
    }

    /// <summary>Village by village, so that a whole province fits.</summary>
    private async Task<(int Villages, int Lines)> Lists(VervalCycle cycle, string? area, CancellationToken stop)
    {
        var import = cycle.ImportId;
        var named = await db.Set<RegistryVillageCount>().AsNoTracking().Where(v => v.ImportId == import && v.Village != "").Select(v => v.Village).ToListAsync(stop);
        var (villages, lines) = (0, 0);
        var writer = new RowWriter(db.Model, db.Kind);
        var wanted = named.Where(v => string.IsNullOrEmpty(area) || v == area || v.StartsWith(area + ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        // Who belongs to no known village belongs to no area, and stands in a list only when the whole office is asked for.
        foreach (var place in string.IsNullOrEmpty(area) ? wanted.Append<string?>(null) : wanted)
        {
            var village = place ?? VervalVillage.Unknown;
            var list = Listed(cycle, village, Drawn(cycle, await new VillageLines(db).Read(cycle, place, stop)));
            if (list.Count == 0) continue;
            await writer.Load(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), typeof(VervalTarget), list, stop);
            db.Add(new VervalVillage { CycleId = cycle.Id, Village = village, Targets = list.Count });
            (villages, lines) = (villages + 1, lines + list.Count);
        }
        return (villages, lines);
    }

    /// <summary>The lines with the smallest SHA-256 of seed, village and place in the file: anybody can draw them again.</summary>
    private static IEnumerable<VillageLine> Drawn(VervalCycle cycle, IReadOnlyList<VillageLine> lines) => cycle.SamplePerVillage is not { } size || lines.Count <= size ? lines
        : lines.OrderBy(l => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{cycle.Seed}|{l.Village}|{l.Unit}|{l.Sheet}|{l.Line}"))), StringComparer.Ordinal).Take(size);

    private static List<VervalTarget> Listed(VervalCycle cycle, string village, IEnumerable<VillageLine> lines) =>
    [
        .. lines.OrderBy(l => int.TryParse(l.Rt, out var rt) ? rt : int.MaxValue).ThenBy(l => l.Rt, StringComparer.Ordinal).ThenBy(l => l.Name, StringComparer.OrdinalIgnoreCase).ThenBy(l => l.Line)
            .Select((l, i) => new VervalTarget { CycleId = cycle.Id, RowId = l.Row, Unit = l.Unit, Village = village, Position = i + 1, Name = l.Name, Rt = l.Rt, Address = l.Address, Decile = l.Decile }),
    ];
}
