using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.People.Candidates;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Facts;

/// <param name="Person">the person as the officer saw it</param>
/// <param name="Believed">the facts of the person and those merged into it</param>
internal sealed record CorrectFactsCommand(Person Person, int Version, KnownFacts Believed, FactInput Input);

/// <param name="Fields">fields for which a more trusted source stays believed</param>
internal sealed record KeptSources(IReadOnlyList<string> Fields);

/// <summary>Records what a source says of a person. The act names the fields, never the values.</summary>
internal sealed class CorrectFacts(AppDb db, Change change, FactBook book, SourceTrust trust, PersonNews news, IAreas areas, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome<KeptSources>> Do(CorrectFactsCommand command, StaffMember member, CancellationToken stop)
    {
        var outcome = await change.Run(() => Within(command, member, stop), stop);
        if (outcome.IsDone) await news.Tell(command.Person.Id, stop);
        return outcome;
    }

    private async Task<Outcome<KeptSources>> Within(CorrectFactsCommand command, StaffMember member, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = Wita.Day(now);
        if (command.Input.Source is not { } source || trust.Source(source, today) is null) return new Refusal("people.refused.source", "Source");
        if (!command.Input.Over(command.Believed, today, code => areas.Find(code) is not null).TryGet(out var said, out var why)) return why;
        if (said.Count == 0) return new Refusal("people.refused.same");
        var id = command.Person.Id;
        var person = await db.Set<Person>().FirstAsync(p => p.Id == id, stop);
        if (person.Version != command.Version) return new Refusal(Change.ChangedMeanwhile);
        var kept = await book.Write(person, said, new FactOrigin(source, command.Input.AsOf!.Value, command.Input.Checked ? member.Name : null, member.Name), stop);
        PersonRegister.Touch(person, now);
        await acts.Record(id.Value, "PersonCorrected", member.As(PersonAccess.Writers), stop, after: new { fields = said.Keys, source });
        return new KeptSources(kept);
    }
}
