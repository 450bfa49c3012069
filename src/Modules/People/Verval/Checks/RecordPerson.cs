using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Candidates;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <param name="Facts">the fields of the form; a number left empty was not asked for</param>
/// <param name="PapersSeen">identity card or family card was looked at: the numbers of the release are confirmed too</param>
internal sealed record RecordPersonCommand(VervalCycleId Cycle, RegistryRowId Target, RegistryRowId Row, CheckInput Check, FactInput Facts, bool PapersSeen);

/// <param name="Corrected">fields that were other than in the release</param>
internal sealed record CheckedPerson(PersonId Person, IReadOnlyList<string> Corrected);

/// <summary>
/// Records what the visit found of a person. Of somebody who was there, each field becomes a fact with the source "verval", the
/// day and who looked, whether it confirms the release or corrects it.
/// </summary>
internal sealed class RecordPerson(AppDb db, Change change, PersonOfRow people, FactBook book, TickedTargets targets, PersonNews news, IAreas areas, ActRecorder acts, TimeProvider clock)
{
    public const string Source = "verval";

    /// <summary>Fields of the form, in its order.</summary>
    public static readonly IReadOnlyList<string> Fields = ["name", "nik", "familyCard", "sex", "birthDate", "area", "address", "rt"];

    public async Task<Outcome<CheckedPerson>> Do(RecordPersonCommand command, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(() => Within(command, member, stop), stop);
        if (outcome.TryGet(out var done, out _)) await news.Tell(done.Person, stop);
        return outcome;
    }

    private async Task<Outcome<CheckedPerson>> Within(RecordPersonCommand command, StaffMember member, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Two checkers at one door, or one button pressed twice, are not to make two persons.
        await db.TakeTurn(TickedTargets.Turn(command.Row), stop);
        var cycle = await db.HoldCycle(command.Cycle, stop);
        if (command.Check.Fault(cycle, Wita.Day(now)) is { } fault) return fault;
        var row = await db.Set<RegistryPersonRow>().AsNoTracking().FirstAsync(r => r.Id == command.Row, stop);
        var listed = people.Said(row, await people.Card(row, stop));
        var (outcome, day) = (command.Check.Outcome!.Value, command.Check.CheckedOn!.Value);
        if (!Said(command, listed, day, Wita.Day(now)).TryGet(out var said, out var why)) return why;
        var person = await people.Kept(row, cycle, member, now, stop);
        if (said.Count > 0) await book.Write(person, said, new FactOrigin(Source, day, member.Name, member.Name), stop);
        if (said.Count > 0) PersonRegister.Touch(person, now);
        var corrected = said.Where(f => f.Value != listed.GetValueOrDefault(f.Key)).Select(f => f.Key).ToList();
        db.Add(new VervalCheck
        {
            Id = new VervalCheckId(Guid.CreateVersion7(now)), CycleId = cycle.Id, TargetId = command.Target, MemberId = row.Id, PersonId = person.Id, Outcome = outcome, CheckedOn = day,
            Corrected = corrected.Count == 0 ? null : string.Join(',', corrected), Note = command.Check.Written, RecordedAt = now, RecordedBy = member.Name,
        });
        if (command.Target == row.Id) await targets.Tick(cycle.Id, row.Id, outcome, now, stop);
        await acts.Record(person.Id.Value, "VervalPersonChecked", member.As(VervalRoles.Checkers), stop, after: new { outcome = outcome.ToString(), on = day, fields = said.Keys, corrected }, touched: [cycle.Id.Value, row.Id.Value]);
        return new CheckedPerson(person.Id, corrected);
    }

    /// <summary>What the visit says of the fields; nothing of somebody who was not there.</summary>
    private Outcome<Dictionary<string, string?>> Said(RecordPersonCommand command, Dictionary<string, string?> listed, DateOnly day, DateOnly today)
    {
        if (command.Check.Outcome != CheckOutcome.Found) return new Dictionary<string, string?>();
        var input = command.Facts;
        (input.Source, input.AsOf) = (Source, day);
        if (!input.Over(KnownFacts.None, today, code => areas.Find(code) is not null).TryGet(out var typed, out var why)) return why.At($"Facts.{why.Field}");
        var said = typed.Where(f => f.Value is not null && Fields.Contains(f.Key)).ToDictionary();
        if (!command.PapersSeen) return said;
        foreach (var number in (string[])["nik", "familyCard"]) if (listed.GetValueOrDefault(number) is { } digits) said.TryAdd(number, digits);
        return said;
    }
}
