using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.People.Households;
using Layar.People.Participation;
using Layar.People.Persons;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Knowledge;

[Collection(PeopleHouse.Name), Trait("Kind", "slice")]
public sealed class KnownOfPersonTests(PeopleServer server)
{
    private static readonly DateOnly Start = new(2026, 1, 5);

    private static StaffMember Officer(string role) => new(new StaffId(Guid.NewGuid()), role, role, new HashSet<string> { role }, [], null, new Dictionary<string, string>());

    private Task Write(params object[] rows) => server.Within(async s =>
    {
        await s.GetRequiredService<GroupCommit>().Write(rows, CancellationToken.None);
        return true;
    });

    private Task<PersonKnowledge?> Known(PersonId id, string role = Roles.Operator) => server.Within(s => s.GetRequiredService<IPersonKnowledge>().Of(id, Officer(role), CancellationToken.None));

    private static PersonCategory Type(PersonId person, CategoryKind kind, string code, DateOnly? until = null) => new()
    {
        Id = new(Guid.CreateVersion7()), PersonId = person, Kind = kind, Code = code, Since = Start, Until = until, Source = "desa", Assessor = "Fitriani", RecordedAt = DateTime.UtcNow,
    };

    private static ProgrammeParticipation Receives(PersonId person, string programme, DateOnly? until = null) => new()
    {
        Id = new(Guid.CreateVersion7()), PersonId = person, Programme = programme, Since = Start, Until = until, Rhythm = Rhythm.Monthly, Source = "dtsen", RecordedBy = "Fitriani", RecordedAt = DateTime.UtcNow,
    };

    private static IEnumerable<(TraceKind, string)> Codes(IEnumerable<Trace> traces) => traces.Select(t => (t.Kind, t.Key));

    [Fact]
    public async Task Age_sex_types_and_programmes_are_known_with_their_source_and_what_ended_is_not()
    {
        var id = await server.Person(new() { Name = "Aminah Contoh", BirthDate = new(1950, 1, 1), AgeGroup = "elderly", Sex = "P" });
        await Write(Type(id, CategoryKind.Label, "odgj"), Type(id, CategoryKind.Ppks, "gelandangan", Start.AddDays(9)), Type(id, CategoryKind.Disability, "netra"),
            Type(id, CategoryKind.Psks, "psm"), Receives(id, "pkh"), Receives(id, "sandang", Start.AddDays(30)));
        var known = (await Known(id))!.Person;
        Assert.Equal([(TraceKind.Person, "age"), (TraceKind.Person, "sex"), (TraceKind.Label, "odgj"), (TraceKind.Disability, "netra"), (TraceKind.Programme, "pkh"), (TraceKind.Programme, "sandang")],
            Codes(known).OrderBy(c => c.Item1).ThenBy(c => c.Item2));
        Assert.Equal("Laporan warga", known.Single(t => t.Key == "age").Source);
        Assert.Equal("Keterangan desa", known.Single(t => t.Key == "odgj").Source);
        Assert.Equal((null, Start.AddDays(30)), (known.Single(t => t.Key == "pkh").Ended, known.Single(t => t.Key == "sandang").Ended));
    }

    [Fact]
    public async Task Sensitive_types_are_there_only_for_who_may_read_them()
    {
        var id = await server.Person(new() { Name = "Lindung Contoh" });
        var row = new PersonCategoryId(Guid.CreateVersion7());
        var cipher = await server.Within(s => Task.FromResult(s.GetRequiredService<FieldCipher>()));
        await Write(new PersonCategory
        {
            Id = row, PersonId = id, Kind = CategoryKind.Ppks, SealedCode = cipher.Seal("korban-kekerasan", PersonCategory.CodeColumn, row.Value), Since = Start, Source = "instansi", Assessor = "Siti", RecordedAt = DateTime.UtcNow,
        });
        Assert.Contains((TraceKind.Ppks, "korban-kekerasan"), Codes((await Known(id, Roles.Manager))!.Person));
        Assert.DoesNotContain((await Known(id))!.Person, t => t.Kind == TraceKind.Ppks);
    }

    [Fact]
    public async Task Who_lives_with_the_person_is_known_except_who_may_not_be_seen()
    {
        var (mother, child, hidden) = (await server.Person(new() { Name = "Ibu Contoh" }), await server.Person(new() { Name = "Anak Contoh", BirthDate = new(2022, 5, 5) }), await server.Person(new() { Name = "Rahasia Contoh" }, restricted: true));
        var home = new HouseholdId(Guid.CreateVersion7());
        Membership In(PersonId person) => new() { Id = new(Guid.CreateVersion7()), HouseholdId = home, PersonId = person, Role = HouseholdRole.Other, Since = Start, Source = "desa", RecordedBy = "Fitriani", RecordedAt = DateTime.UtcNow };
        await Write(new Household { Id = home, CreatedAt = DateTime.UtcNow }, In(mother), In(child), In(hidden));
        Assert.Equal("age", Assert.Single(Assert.Single((await Known(mother))!.Household)).Key);
        Assert.Equal(2, (await Known(mother, Roles.Manager))!.Household.Count);
    }

    [Fact]
    public async Task A_merged_person_is_known_as_the_one_as_whom_it_goes_on()
    {
        var (kept, gone) = (await server.Person(new() { Name = "Tetap Contoh", Sex = "P" }), await server.Person(new() { Name = "Lebur Contoh" }));
        await Write(Type(gone, CategoryKind.Label, "yatim-piatu"));
        await server.Within(s => s.GetRequiredService<AppDb>().Set<Person>().Where(p => p.Id == gone).ExecuteUpdateAsync(p => p.SetProperty(x => x.MergedInto, kept)));
        foreach (var id in new[] { kept, gone }) Assert.Equal([(TraceKind.Person, "sex"), (TraceKind.Label, "yatim-piatu")], Codes((await Known(id))!.Person));
        Assert.Null(await Known(new PersonId(Guid.NewGuid())));
    }
}
