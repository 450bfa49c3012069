using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Layar.Catalogue.ProgrammeFiles;
using Layar.Catalogue.Programmes;
using Layar.Catalogue.Versions.Drafting;
using Layar.Catalogue.Versions.Following;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Versions.Activating;

/// <summary>Puts a version in force from a day on, or takes one back. Whoever wrote in it cannot put it in force: two persons answer for a rule.</summary>
internal sealed class ActivateVersion(AppDb db, Change change, ProgrammeBook book, VersionsInForce following, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome> Do(ProgrammeVersionId id, DateOnly? from, int expected, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(async () =>
        {
            // What is judged below is what every node may see: nobody puts a programme or a figure in force, or takes one back, meanwhile.
            await db.TakeTurn(VersionsInForce.Turn, stop);
            await following.Read(stop);
            var version = await db.Set<ProgrammeVersion>().FirstOrDefaultAsync(v => v.Id == id, stop);
            if (version?.State != VersionState.Draft) return new Refusal("catalogue.draft.refused.no-draft");
            if (version.Version != expected) return new Refusal(Change.ChangedMeanwhile);
            if (version.WrittenBy.Contains(member.Id.Value)) return new Refusal("catalogue.version.refused.second");
            if (from is not { } day) return new Refusal("catalogue.draft.refused.day", "From");
            if (day < Today) return new Refusal("catalogue.version.refused.past", "From");
            var entry = DraftEntry.From(version.Entry, day);
            if (Fault(version.Code, entry, day) is { } fault) return fault;
            var now = clock.GetUtcNow().UtcDateTime;
            (version.Entry, version.FromDay, version.State, version.ActivatedAt, version.ActivatedBy, version.ChangedAt, version.ChangedBy) = (entry, day, VersionState.Active, now, member.Name, now, member.Name);
            version.Version++;
            await acts.Record(id.Value, "ProgrammeActivated", member.As(ProgrammeDesk.Activators), stop, after: new { from = day, programme = version.Code });
            return Outcome.Success;
        }, stop);
        if (outcome.Refusal is null) await following.Read(stop);
        return outcome;
    }

    /// <summary>What held before counts again, as far as no other version is in force.</summary>
    public async Task<Outcome> Withdraw(ProgrammeVersionId id, string? reason, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(async () =>
        {
            if (string.IsNullOrWhiteSpace(reason)) return new Refusal("catalogue.version.refused.reason", "Reason");
            var version = await db.Set<ProgrammeVersion>().FirstOrDefaultAsync(v => v.Id == id, stop);
            if (version?.State != VersionState.Active) return new Refusal("catalogue.version.refused.not-active");
            (version.State, version.WithdrawnFor, version.ChangedAt, version.ChangedBy) = (VersionState.Withdrawn, reason.Trim(), clock.GetUtcNow().UtcDateTime, member.Name);
            version.Version++;
            await acts.Record(id.Value, "ProgrammeWithdrawn", member.As(ProgrammeDesk.Activators), stop, reason: reason.Trim(), after: new { programme = version.Code });
            return Outcome.Success;
        }, stop);
        if (outcome.Refusal is null) await following.Read(stop);
        return outcome;
    }

    private DateOnly Today => Wita.Day(clock.GetUtcNow().UtcDateTime);

    /// <summary>A figure may have no value yet on another day than the one the draft was written for.</summary>
    private Refusal? Fault(string code, string entry, DateOnly day)
    {
        var faults = new Faults();
        var read = ProgrammeVersion.Read(code, entry, faults);
        if (read.Validity.To < day) return new Refusal("catalogue.draft.refused.until", "From");
        return faults.All.Count == 0 && book.RulesWith(read) is not null ? null : new Refusal("catalogue.draft.refused.unreadable", "From", faults.All.FirstOrDefault() ?? "");
    }
}
