using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Participation;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Knowledge;

/// <summary>Turns the rows of a person and its household into traces with source and day.</summary>
internal sealed class KnownOfPerson(AppDb db, FactBook book, CategoryBook categories, KnownOfRegistry registry, PersonSeals seals, ICatalogue catalogue, PersonWords words) : IPersonKnowledge
{
    public async Task<PersonKnowledge?> Of(PersonId id, StaffMember viewer, CancellationToken stop)
    {
        var found = await KnownRows.OfPerson(db, id).ToListAsync(stop);
        List<KnownRows> own = [.. found.Select(r => r.Rows)];
        if (own.FirstOrDefault(r => r.Person.Id == id) is not { } self) return null;
        if (self.Person.MergedInto is { } root) return await Of(root, viewer, stop);
        own = [self, .. own.Where(r => r != self)];
        var ids = own.Select(r => r.Person.Id).ToHashSet();
        // Two merged persons may bring a household each: the one entered last is where they live now.
        var home = found.SelectMany(r => r.Homes).MaxBy(m => (m.Since, m.RecordedAt));
        var living = home is null ? [] : await KnownRows.OfHousehold(db, home.HouseholdId).ToListAsync(stop);
        var others = living.Where(l => !ids.Contains(l.Person.Id) && PersonAccess.Finds(l.Person.Restricted, l.Person.Area, viewer))
            .GroupBy(l => l.Person.MergedInto ?? l.Person.Id).Select(g => g.First());
        var nik = own.Select(r => seals.Nik(r.Person)).FirstOrDefault(n => n is not null);
        var listed = await registry.Of(nik, stop);
        return new(new(self.Person.Id, seals.Facts(self.Person), self.Person.Version), [.. Traces(own, viewer), .. nik is null ? Array.Empty<Trace>() : [RecordedTraces.NikArea(nik, catalogue.Instance.Area, self.Person.CreatedAt, words)], .. listed], [.. others.Select(o => (IReadOnlyList<Trace>)[.. Traces([o], viewer)])]);
    }

    private IEnumerable<Trace> Traces(List<KnownRows> rows, StaffMember viewer) =>
        Self(rows).Concat(rows.SelectMany(r => r.Categories).SelectMany(c => Type(c, viewer))).Concat(rows.SelectMany(r => r.Programmes).SelectMany(p => RecordedTraces.Received(p, words) is { } trace ? [trace] : Array.Empty<Trace>()));

    /// <summary>The best that is known of the age, and the sex. A birthday is better than an estimate, that better than "elderly".</summary>
    private IEnumerable<Trace> Self(List<KnownRows> rows)
    {
        var facts = book.Of([.. rows.Select(r => r.Person)], [.. rows.SelectMany(r => r.Facts)]);
        if (facts.Best("birthDate") is { } born && FactField.Day(born.Value) is { } day) yield return Said("age", born, Number(words.Years(day, null, born.RecordedAt)!.Value));
        else if (facts.Best("estimatedAge") is { } about && int.TryParse(about.Value, CultureInfo.InvariantCulture, out var years))
            yield return Said("estimated-age", about, Number(words.Years(null, years, about.AsOf.ToDateTime(TimeOnly.MinValue))!.Value));
        else if (facts.Best("ageGroup") is { } group) yield return Said("age-group", group, group.Value);
        if (facts.Best("sex") is { } sex) yield return Said("sex", sex, sex.Value);
    }

    private Trace Said(string key, KnownFact fact, string value) => new(TraceKind.Person, key, [value], words.Source(fact.Source), fact.AsOf);

    private IEnumerable<Trace> Type(PersonCategory row, StaffMember viewer) =>
        CategoryBook.MayRead(row, viewer) && RecordedTraces.Type(row, () => categories.Code(row), words) is { } trace ? [trace] : [];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
