using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Participation;
using Layar.People.Persons;
using Layar.People.Tests.Registry;
using Layar.Testing;
using Layar.Testing.Invented;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Population;

/// <summary>Releases change what everybody is: every test has an office of its own.</summary>
[Trait("Kind", "slice")]
public sealed class PopulationTests : IAsyncLifetime
{
    private readonly RegistryServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static readonly DateOnly Today = Wita.Day(DateTime.UtcNow);

    private Task<List<Inhabitant>> Everybody() => server.Within(async s =>
    {
        var all = new List<Inhabitant>();
        await foreach (var one in s.GetRequiredService<IPopulation>().All(Today, CancellationToken.None)) all.Add(one);
        return all;
    });

    private Task<PersonId> Recorded(PersonFacts facts, bool secret = false, PersonId? mergedInto = null) => server.Within(async s =>
    {
        var (db, id) = (s.GetRequiredService<AppDb>(), new PersonId(Guid.CreateVersion7()));
        var row = (Person)s.GetRequiredService<IPersons>().NewRow(id, facts, DateTime.UtcNow, secret);
        row.MergedInto = mergedInto;
        db.Add(row);
        await db.SaveChangesAsync();
        return id;
    });

    private Task<int> Receives(PersonId person, string programme) => server.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        db.Add(new ProgrammeParticipation { Id = new(Guid.CreateVersion7()), PersonId = person, Programme = programme, Since = Today.AddDays(-9), Rhythm = Rhythm.Monthly, Source = "desa", RecordedBy = "Uji", RecordedAt = DateTime.UtcNow });
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task Everybody_is_given_out_once_with_what_registers_and_office_know()
    {
        const int persons = 150;
        await server.Release(RegistryKind.Dtsen, Today.AddDays(-50), Files(persons));
        await server.Release(RegistryKind.Village, Today.AddDays(-10), Files(persons));
        var linked = await Recorded(new() { Name = "Tercatat Contoh", Sex = "P", Nik = InventedRelease.Nik(7) });
        await Receives(linked, "sandang");
        var alone = await Recorded(new() { Name = "Sendiri Contoh", Sex = "L", EstimatedAge = 71, Area = "63.11.02.2004" });
        await Receives(await Recorded(new() { Name = "Ganda Contoh" }, mergedInto: alone), "kube");
        var secret = await Recorded(new() { Name = "Rahasia Contoh", Sex = "P" }, secret: true);

        var all = await Everybody();
        Assert.Equal(persons, all.Count(p => p.Kind == InhabitantKind.Registered));
        Assert.DoesNotContain(all, p => p.Id == linked.Value || p.Id == secret.Value);
        Assert.Single(all, p => p.Kind == InhabitantKind.Registered && p.Traces.Any(t => t is { Kind: TraceKind.Programme, Key: "sandang" }));
        var one = Assert.Single(all, p => p.Id == alone.Value);
        Assert.Equal((71, "L", "63.11.02.2004"), (one.Age, one.Sex, one.Village));
        Assert.Contains(one.Traces, t => t is { Kind: TraceKind.Programme, Key: "kube" });
    }

    [Fact]
    public async Task Families_have_one_number_and_the_size_that_the_register_counts()
    {
        await server.Release(RegistryKind.Dtsen, Today.AddDays(-49), Files(300));
        var families = (await Everybody()).Where(p => p.Kind == InhabitantKind.Registered && p.Family >= 0).GroupBy(p => p.Family).ToList();
        Assert.Equal(new InventedRelease(300).Families, families.Count);
        Assert.All(families, f => Assert.Equal(f.Count(), f.First().FamilySize));
    }

    [Fact]
    public async Task A_list_shows_masked_numbers_and_only_the_officers_area()
    {
        await server.Release(RegistryKind.Dtsen, Today.AddDays(-48), Files(120));
        var ids = (await Everybody()).Where(p => p.Kind == InhabitantKind.Registered).Select(p => p.Id).ToList();
        var everywhere = await Listed(ids, StaffMember.Counting);
        Assert.Equal(ids.Count, everywhere.Count);
        Assert.All(everywhere, p => Assert.DoesNotMatch(@"^\d{16}$", p.Nik));
        var halong = await Listed(ids, StaffMember.Counting with { AreaScope = ["63.11.02"] });
        Assert.NotEmpty(halong);
        Assert.All(halong, p => Assert.StartsWith("63.11.02.", p.Village));
    }

    private Task<IReadOnlyList<ListedInhabitant>> Listed(List<Guid> ids, StaffMember viewer) => server.Within(s => s.GetRequiredService<IPopulation>().Listed(InhabitantKind.Registered, ids, viewer, CancellationToken.None));

    private string[] Files(int persons)
    {
        var release = new InventedRelease(persons);
        return [InventedRelease.Csv(server.File("keluarga.csv"), InventedRelease.FamilyHeader, release.FamilyRows()), InventedRelease.Csv(server.File("individu.csv"), InventedRelease.PersonHeader, release.PersonRows())];
    }
}
