using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Participation;

internal sealed record AddParticipationCommand(string? Programme, DateOnly? Since, DateOnly? Until, long? Amount, Rhythm Rhythm, DateOnly? ReviewOn, OriginInput Origin);

/// <summary>Records that a person takes part in a programme. Programmes that exclude each other are shown, never blocked: the list may be wrong.</summary>
internal sealed class AddParticipation(AppDb db, Change change, SourceTrust trust, ReceivedProgrammes received, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(PersonId person, AddParticipationCommand command, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (Fault(command, Wita.Day(now)) is { } fault) return fault;
        var (code, since, origin) = (command.Programme!, command.Since!.Value, command.Origin.By(member));
        await db.TakeTurn($"person:{person.Value}", stop);
        if (await db.Set<ProgrammeParticipation>().AnyAsync(p => p.PersonId == person && p.Programme == code && p.Until == null && command.Until == null, stop)) return new Refusal("people.refused.held", "Programme");
        var id = new ParticipationId(Guid.CreateVersion7(now));
        db.Add(new ProgrammeParticipation
        {
            Id = id, PersonId = person, Programme = code, Since = since, Until = command.Until, Amount = command.Amount, Rhythm = command.Rhythm, ReviewOn = command.ReviewOn,
            Source = origin.Source, AsOf = origin.AsOf, CheckedBy = origin.CheckedBy, RecordedBy = origin.RecordedBy, RecordedAt = now,
        });
        await acts.Record(person.Value, "ParticipationAdded", member.As(PersonAccess.Writers), stop, after: new { programme = code }, touched: [id.Value]);
        return Outcome.Success;
    }, stop);

    private Refusal? Fault(AddParticipationCommand command, DateOnly today) => Refusal.Of([
        command.Programme is not { } code || !received.Knows(code) ? new("people.refused.choose", "Programme") : null,
        command.Since is null ? new("people.refused.day", "Since") : null,
        command.Until < command.Since ? new("people.refused.until", "Until") : null,
        command.Amount is < 0 or > 1_000_000_000 ? new("people.refused.amount", "Amount") : null,
        .. command.Origin.Faults(trust, today)]);
}

/// <summary>Records the end of a participation, with the reason.</summary>
internal sealed class EndParticipation(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(PersonId person, ParticipationId id, string? reason, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("people.refused.reason", "Reason");
        var row = await db.Set<ProgrammeParticipation>().FirstOrDefaultAsync(p => p.Id == id && p.PersonId == person, stop);
        if (row is null) return new Refusal("people.refused.gone");
        if (row.Until is not null) return Outcome.Success;
        var today = Wita.Day(clock.GetUtcNow().UtcDateTime);
        row.Until = row.Since > today ? row.Since : today;
        (row.EndReason, row.EndedBy) = (reason.Trim(), member.Name);
        await acts.Record(person.Value, "ParticipationEnded", member.As(PersonAccess.Writers), stop, after: new { programme = row.Programme }, touched: [id.Value]);
        return Outcome.Success;
    }, stop);
}
