using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.Planning.Replays.Reading;
using Microsoft.EntityFrameworkCore;

namespace Layar.Planning.Replays.Running;

/// <summary>Asks for a replay of a version, or of the rule in force. One that waits or runs already is gone on with.</summary>
internal sealed class BeginReplay(AppDb db, Change change, IProgrammes programmes, IProgrammeVersions versions, ActRecorder acts, TimeProvider clock)
{
    /// <param name="code">of the programme; of no account when a version is given</param>
    /// <param name="version">null for the rule in force</param>
    public Task<Outcome<ReplayId>> Do(string? code, ProgrammeVersionId? version, StaffMember member, CancellationToken stop) => change.Run<ReplayId>(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = Wita.Day(now);
        var written = version is { } id ? await versions.Find(id, stop) : null;
        var programme = version is null ? programmes.Find(code ?? "", today) : written?.Programme;
        if (programme is null) return new Refusal("planning.refused.programme");
        await db.TakeTurn($"replay:{programme.Code}:{version?.Value}", stop);
        var running = await db.Set<Replay>().FirstOrDefaultAsync(r => r.Code == programme.Code && r.VersionId == version && (r.State == ReplayState.Waiting || r.State == ReplayState.Running), stop);
        if (running is not null) return running.Id;
        var day = RulesToTry.Day(written, today);
        var replay = new Replay { Id = new(Guid.CreateVersion7(now)), Code = programme.Code, VersionId = version, Day = day, State = ReplayState.Waiting, CreatedAt = now, CreatedBy = member.Name, Version = 1 };
        db.Add(replay);
        await acts.Record(replay.Id.Value, "ReplayBegun", member.As(ReplayDesk.Beginners), stop, after: new { programme = programme.Code, version = version?.Value, day });
        return replay.Id;
    }, stop);
}
