using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Households;

/// <param name="Household">null: the household with this family card, or a new one</param>
internal sealed record JoinHouseholdCommand(HouseholdId? Household, string? FamilyCard, HouseholdRole Role, DateOnly? Since, OriginInput Origin);

/// <summary>Somebody lives in a household since a day; where the person lived before ends then. No family card is needed.</summary>
internal sealed class JoinHousehold(AppDb db, Change change, PersonSeals seals, FieldCipher cipher, SourceTrust trust, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(Person person, JoinHouseholdCommand command, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = Wita.Day(now);
        if (command.Since is not { } since || since > today) return new Refusal("people.refused.day", "Since");
        if (command.Origin.Faults(trust, today).FirstOrDefault() is { } fault) return fault;
        var origin = command.Origin.By(member);
        if (!Enum.IsDefined(command.Role)) return new Refusal("people.refused.choose", "Role");
        string? card = null;
        if (!string.IsNullOrWhiteSpace(command.FamilyCard))
        {
            if (!FamilyCardNumber.Parse(command.FamilyCard).TryGet(out var number, out var why)) return why.At("FamilyCard");
            card = number.Digits;
        }
        await db.TakeTurn($"person:{person.Id.Value}", stop);
        if (card is not null) await db.TakeTurn("family-card:" + Convert.ToHexString(seals.FamilyCardIndex(card)), stop);
        var household = command.Household ?? await Found(card, stop) ?? Started(card, person.Area, now);
        var open = await db.Set<Membership>().Where(m => m.PersonId == person.Id && m.Until == null).ToListAsync(stop);
        if (open.Any(m => m.HouseholdId == household)) return new Refusal("people.refused.member", "Member");
        foreach (var before in open) (before.Until, before.EndedBy) = (since < before.Since ? before.Since : since, member.Name);
        db.Add(new Membership
        {
            Id = new(Guid.CreateVersion7(now)), HouseholdId = household, PersonId = person.Id, Role = command.Role, Since = since,
            Source = origin.Source, AsOf = origin.AsOf, CheckedBy = origin.CheckedBy, RecordedBy = origin.RecordedBy, RecordedAt = now,
        });
        await acts.Record(person.Id.Value, "HouseholdJoined", member.As(PersonAccess.Writers), stop, after: new { role = command.Role.ToString() }, touched: [household.Value]);
        return Outcome.Success;
    }, stop);

    private async Task<HouseholdId?> Found(string? card, CancellationToken stop)
    {
        if (card is null) return null;
        var index = seals.FamilyCardIndex(card);
        var found = await db.Set<Household>().Where(h => h.FamilyCardIndex == index).OrderBy(h => h.CreatedAt).FirstOrDefaultAsync(stop);
        return found?.Id;
    }

    private HouseholdId Started(string? card, string? area, DateTime now)
    {
        var id = new HouseholdId(Guid.CreateVersion7(now));
        db.Add(new Household
        {
            Id = id, Area = area, CreatedAt = now, SealedFamilyCard = cipher.Seal(card, Household.FamilyCardColumn, id.Value), FamilyCardIndex = card is null ? null : seals.FamilyCardIndex(card),
        });
        return id;
    }
}

/// <summary>Somebody no longer lives in the household; the row stays.</summary>
internal sealed class LeaveHousehold(AppDb db, Change change, ActRecorder acts, TimeProvider clock)
{
    public Task<Outcome> Do(HouseholdId household, MembershipId id, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var row = await db.Set<Membership>().FirstOrDefaultAsync(m => m.Id == id && m.HouseholdId == household, stop);
        if (row is null) return new Refusal("people.refused.gone");
        if (row.Until is not null) return Outcome.Success;
        var today = Wita.Day(clock.GetUtcNow().UtcDateTime);
        (row.Until, row.EndedBy) = (row.Since > today ? row.Since : today, member.Name);
        await acts.Record(row.PersonId.Value, "HouseholdLeft", member.As(PersonAccess.Writers), stop, touched: [household.Value]);
        return Outcome.Success;
    }, stop);
}
