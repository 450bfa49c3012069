using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Candidates;
using Layar.People.Contracts;
using Layar.People.Facts;

namespace Layar.People.Persons;

/// <summary>Adds a person, also one whose name nobody knows. Nothing is required but a source.</summary>
internal sealed class AddPerson(AppDb db, Change change, FactBook book, SourceTrust trust, PersonNews news, IAreas areas, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome<PersonCard>> Do(FactInput input, bool unidentified, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(() => Within(input, unidentified, member, stop), stop);
        if (outcome.TryGet(out var card, out _)) await news.Tell(card.Id, stop);
        return outcome;
    }

    private async Task<Outcome<PersonCard>> Within(FactInput input, bool unidentified, StaffMember member, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = Wita.Day(now);
        if (input.Source is not { } source || trust.Source(source, today) is null) return new Refusal("people.refused.source", "Source");
        if (!input.Over(KnownFacts.None, today, code => areas.Find(code) is not null).TryGet(out var said, out var why)) return why;
        var told = said.Where(s => s.Value is not null).ToDictionary();
        if (told.Count == 0) return new Refusal("people.refused.nothing");
        if (!unidentified && !told.ContainsKey("name") && !told.ContainsKey("alias") && !told.ContainsKey("nik")) return new Refusal("people.refused.nameless", "Name");
        var id = new PersonId(Guid.CreateVersion7(now));
        var person = new Person { Id = id, AgeGroup = "unknown", Sex = "unknown", CreatedAt = now, ChangedAt = now, Version = 1, Unidentified = unidentified };
        await book.Write(person, told, new FactOrigin(source, input.AsOf!.Value, input.Checked ? member.Name : null, member.Name), stop);
        db.Add(person);
        await acts.Record(id.Value, "PersonAdded", member.As(PersonAccess.Writers), stop, after: new { fields = told.Keys, source, unidentified });
        return new PersonCard(id, new PersonFacts(), 1);
    }
}
