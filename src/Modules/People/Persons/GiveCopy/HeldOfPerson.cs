using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Time;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Households;
using Layar.People.Participation;
using Layar.People.Unidentified;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Persons.GiveCopy;

/// <summary>Facts with their sources, household, types, programmes and photos. Others of the household are counted, not named: the copy goes to one person.</summary>
internal sealed class HeldOfPerson(AppDb db, FactBook book, CategoryBook categories, CategoryWords types, HouseholdReading households, PersonWords words) : IPersonCopyPart
{
    public int Order => 0;

    public async Task Fill(PersonCopy copy, StaffMember viewer, CancellationToken stop)
    {
        var persons = await db.Set<Person>().AsNoTracking().Where(p => copy.Persons.Contains(p.Id)).ToListAsync(stop);
        foreach (var person in persons) copy.Concerns("person", person.Id.Value, words.Name(person));
        copy.Add(words.Text("people.copy.facts"), Facts(await book.Of(persons, stop)));
        copy.Add(words.Text("people.copy.household"), await Household(copy.Persons, viewer, stop));
        copy.Add(words.Text("people.types.card"), [.. (await categories.Of(copy.Persons, viewer, stop)).Select(Type)]);
        copy.Add(words.Text("people.copy.programmes"), await Programmes(copy.Persons, stop));
        var photos = await db.Set<PersonPhoto>().AsNoTracking().Where(p => copy.Persons.Contains(p.PersonId)).ToListAsync(stop);
        foreach (var photo in photos) copy.Concerns("photo", photo.Id.Value, words.Text("people.photos.title"));
        copy.Add(words.Text("people.photos.title"), [.. photos.Select(p => new CopyLine(words.Text("people.photos.title"), Wita.Full(p.AddedAt)))]);
    }

    private List<CopyLine> Facts(KnownFacts facts) =>
        [.. FactField.All.SelectMany(f => facts.Of(f.Key)).Select(f => new CopyLine(words.Text($"people.field.{f.Field}"), Value(f), Origin(f)))];

    /// <summary>The numbers stand in full: they are the person's own.</summary>
    private string Value(KnownFact fact) => FactField.Find(fact.Field)!.Sealed ? fact.Value : words.Value(fact.Field, fact.Value);

    private string Origin(KnownFact fact)
    {
        var from = words.From(fact);
        return fact.Withdrawn ? $"{from} · {words.Text("people.withdrawn")}" : from;
    }

    private async Task<List<CopyLine>> Household(IReadOnlyList<PersonId> persons, StaffMember viewer, CancellationToken stop)
    {
        if (await households.Of(persons, viewer, stop) is not { } home) return [];
        var own = home.Members.First(m => persons.Contains(m.Person.Id)).Membership;
        return [new CopyLine(words.Text($"people.household.{own.Role}"), words.Text("people.copy.household.of", home.Members.Count), $"{words.Text("people.since", Wita.Date(own.Since))} · {words.From(own)}")];
    }

    private CopyLine Type(HeldCategory held) => new(
        words.Text("people.kind." + held.Kind), held.Hidden ? words.Text("people.type.hidden") : types.Find(held.Kind, held.Code)?.Name ?? held.Code,
        $"{Span(held.Since, held.Until)} · {words.From(held)}");

    private async Task<List<CopyLine>> Programmes(IReadOnlyList<PersonId> persons, CancellationToken stop)
    {
        var rows = await db.Set<ProgrammeParticipation>().AsNoTracking().Where(p => persons.Contains(p.PersonId)).OrderBy(p => p.Since).ToListAsync(stop);
        return [.. rows.Select(p => new CopyLine(words.Programme(p.Programme),
            p.Amount is { } amount ? $"{Rupiah.Format(amount)} · {words.Rhythm(p.Rhythm)}" : words.Rhythm(p.Rhythm), $"{Span(p.Since, p.Until)} · {words.From(p)}"))];
    }

    private string Span(DateOnly since, DateOnly? until) => words.Text("people.span", Wita.Date(since), until is { } end ? Wita.Date(end) : words.Text("people.now"));
}
