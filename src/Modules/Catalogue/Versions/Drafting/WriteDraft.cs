using System.Text.Json;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Layar.Catalogue.ProgrammeFiles;
using Layar.Catalogue.Programmes;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>Stores a draft, a new one or one that goes on. The form was checked; what only the whole catalogue can tell is checked here.</summary>
internal sealed class WriteDraft(AppDb db, Change change, ProgrammeBook book, ICatalogue catalogue, ActRecorder acts, TimeProvider clock)
{
    /// <param name="input">without faults</param>
    /// <param name="id">null for a new draft</param>
    /// <param name="begun">object of the version that is taken up again; null: the newest one</param>
    public Task<Outcome<ProgrammeVersionId>> Do(DraftInput input, ProgrammeVersionId? id, string? begun, StaffMember member, CancellationToken stop) => change.Run<ProgrammeVersionId>(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var version = id is { } known ? await db.Set<ProgrammeVersion>().FirstOrDefaultAsync(v => v.Id == known, stop) : null;
        if (id is not null && version is null) return new Refusal("catalogue.draft.refused.gone");
        if (version is not null && version.State != VersionState.Draft) return new Refusal("catalogue.draft.refused.no-draft");
        if (version is not null && version.Version != input.Version) return new Refusal(Change.ChangedMeanwhile);
        var code = version?.Code ?? input.Code!.Trim();
        input.Code = code;
        var before = version?.Entry ?? begun ?? book.Content.Programmes.Where(p => p.Code == code).MaxBy(p => p.Validity.From)?.Written;
        var entry = DraftEntry.Write(input, before, catalogue.Service(input.Service!, input.From!.Value)!);
        if (Fault(code, entry) is { } fault) return fault;
        var old = version?.Entry;
        version = version is null ? await Begin(code, input, entry, member, now, stop) : Changed(version, input, entry, member, now);
        await acts.Record(version.Id.Value, old is null ? "ProgrammeDrafted" : "ProgrammeDraftChanged", member.As(ProgrammeDesk.Planners), stop,
            reason: version.Note, before: old is null ? null : JsonSerializer.Deserialize<JsonElement>(old), after: JsonSerializer.Deserialize<JsonElement>(entry));
        return version.Id;
    }, stop);

    /// <summary>A rule that contradicts its own form, or a service that nothing would lead to any more.</summary>
    private Refusal? Fault(string code, string entry)
    {
        var faults = new Faults();
        var read = ProgrammeVersion.Read(code, entry, faults);
        if (faults.All.Count == 0 && book.RulesWith(read) is not null) return null;
        return new Refusal("catalogue.draft.refused.unreadable", null, faults.All.FirstOrDefault() ?? "");
    }

    private async Task<ProgrammeVersion> Begin(string code, DraftInput input, string entry, StaffMember member, DateTime now, CancellationToken stop)
    {
        var last = await db.Set<ProgrammeVersion>().Where(v => v.Code == code).MaxAsync(v => (int?)v.Number, stop) ?? 0;
        var version = new ProgrammeVersion
        {
            Id = new(Guid.CreateVersion7(now)), Code = code, Number = last + 1, State = VersionState.Draft, Entry = entry, FromDay = input.From!.Value, Note = input.Note!.Trim(),
            Writers = JsonSerializer.Serialize<Guid[]>([member.Id.Value]), CreatedAt = now, CreatedBy = member.Name, ChangedAt = now, ChangedBy = member.Name, Version = 1,
        };
        db.Add(version);
        return version;
    }

    private static ProgrammeVersion Changed(ProgrammeVersion version, DraftInput input, string entry, StaffMember member, DateTime now)
    {
        (version.Entry, version.FromDay, version.Note, version.ChangedAt, version.ChangedBy) = (entry, input.From!.Value, input.Note!.Trim(), now, member.Name);
        version.Writers = JsonSerializer.Serialize(version.WrittenBy.Append(member.Id.Value).Distinct());
        version.Version++;
        return version;
    }
}

/// <summary>Throws a draft away, or takes it up again: nothing of it is lost.</summary>
internal sealed class DiscardDraft(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(ProgrammeVersionId id, StaffMember member, CancellationToken stop) => Move(id, VersionState.Draft, VersionState.Discarded, "ProgrammeDraftDiscarded", member, stop);

    public Task<Outcome> TakeUp(ProgrammeVersionId id, StaffMember member, CancellationToken stop) => Move(id, VersionState.Discarded, VersionState.Draft, "ProgrammeDraftTakenUp", member, stop);

    private Task<Outcome> Move(ProgrammeVersionId id, VersionState from, VersionState to, string act, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var version = await db.Set<ProgrammeVersion>().FirstOrDefaultAsync(v => v.Id == id, stop);
        if (version?.State != from) return new Refusal("catalogue.draft.refused.no-draft");
        (version.State, version.ChangedAt, version.ChangedBy) = (to, clock.GetUtcNow().UtcDateTime, member.Name);
        version.Version++;
        await acts.Record(id.Value, act, member.As(ProgrammeDesk.Planners), stop);
        return Outcome.Success;
    }, stop);
}
