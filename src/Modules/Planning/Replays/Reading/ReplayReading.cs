using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Planning.Replays.Reading;

/// <param name="Programme">as it stands now</param>
/// <param name="Number">of the version; null for the rule in force</param>
/// <param name="Changed">somebody wrote in the draft after it was tried out</param>
internal sealed record TriedProgramme(Programme Programme, int? Number, bool Changed);

/// <summary>Replays with the programme they try out.</summary>
internal sealed class ReplayReading(AppDb db, IProgrammes programmes, IProgrammeVersions versions)
{
    private const int Latest = 30;

    public Task<Replay?> Find(Guid id, CancellationToken stop)
    {
        var replay = new ReplayId(id);
        return db.Set<Replay>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == replay, stop);
    }

    /// <summary>Newest first; of one programme, or of all.</summary>
    public Task<List<Replay>> List(string? code, CancellationToken stop) =>
        (code is null ? db.Set<Replay>() : db.Set<Replay>().Where(r => r.Code == code)).AsNoTracking().OrderByDescending(r => r.CreatedAt).Take(Latest).ToListAsync(stop);

    /// <summary>The programme as the replay tries it out; null when it is there no longer.</summary>
    public async Task<TriedProgramme?> Tried(Replay replay, CancellationToken stop) =>
        replay.VersionId is { } id ? await versions.Find(id, stop) is { } written ? new(written.Programme, written.Number, written.State == VersionState.Draft && written.WrittenAt > replay.StartedAt) : null
        : programmes.Find(replay.Code, replay.Day) is { } programme ? new(programme, null, false) : null;

    public string Name(Replay replay) => programmes.NameOf(replay.Code)?.ToString() ?? replay.Code;
}
