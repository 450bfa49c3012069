using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.Testing.Invented;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Registry;

[Trait("Kind", "slice"), Collection(RegistryHouse.Name)]
public sealed class KnownOfRegistryTests(RegistryServer server)
{
    private static readonly StaffMember Officer = new(new StaffId(Guid.NewGuid()), "operator", "operator", new HashSet<string> { Roles.Operator }, [], null, new Dictionary<string, string>());

    [Fact]
    public async Task What_a_release_in_force_says_of_a_NIK_reaches_the_rules_and_goes_with_the_release()
    {
        var (release, day, nik) = (new InventedRelease(60), new DateOnly(2026, 10, 31), InventedRelease.Nik(7));
        var import = await server.Try(RegistryKind.Dtsen, day, InventedRelease.Csv(server.File("keluarga.csv"), InventedRelease.FamilyHeader, release.FamilyRows()),
            InventedRelease.Csv(server.File("individu.csv"), InventedRelease.PersonHeader, release.PersonRows()));
        Assert.True((await server.Commit(import)).IsDone);
        var (known, stranger) = (new PersonId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        await server.Within(async s =>
        {
            var persons = s.GetRequiredService<IPersons>();
            await s.GetRequiredService<GroupCommit>().Write([persons.NewRow(known, new() { Name = "Dikenal Contoh", Nik = nik }, DateTime.UtcNow), persons.NewRow(stranger, new() { Name = "Tanpa Nomor" }, DateTime.UtcNow)], CancellationToken.None);
            return true;
        });
        var traces = await Traces(known);
        Assert.Equal(release.Decile(InventedRelease.FamilyOf(7)).ToString(), Assert.Single(traces, t => t.Key == "decile").Values[0]);
        Assert.All(traces, t => Assert.Equal(("DTSEN", day), (t.Source, t.AsOf)));
        Assert.Contains(traces, t => t.Key == "listed");
        Assert.Equal("di-sini", Assert.Single(traces, t => t.Key == "village").Values[0]);
        Assert.Equal(("own", "450", "cement"), (Said(traces, "house"), Said(traces, "power"), Said(traces, "floor")));
        Assert.Empty(await Traces(stranger));
        Assert.True((await server.Undo(import)).IsDone);
        Assert.DoesNotContain(await Traces(known), t => t.AsOf == day);
    }

    [Fact]
    public async Task Grades_of_difficulties_and_work_for_the_State_reach_the_rules_of_one_person_and_of_everybody()
    {
        const string own = "BERUSAHA SENDIRI", state = "PNS/TNI/POLRI/BUMN/BUMD/PEJABAT NEGARA";
        string[] work = ["", state, own, own, own, own], care = ["", "", "SEDIKIT KESULITAN", "YA, SAMA SEKALI TIDAK BISA", "YA, BANYAK KESULITAN", "2"];
        var release = new InventedRelease(6);
        var import = await server.Try(RegistryKind.Dtsen, new(2026, 11, 1), InventedRelease.Csv(server.File("keluarga.csv"), InventedRelease.FamilyHeader, release.FamilyRows()),
            InventedRelease.Csv(server.File("individu.csv"), [.. InventedRelease.PersonHeader, "status_dalam_pekerjaan_utama", "mengurus_diri"], release.PersonRows().Select((row, i) => (string[])[.. row, work[i], care[i]])));
        Assert.Empty(import.Causes());
        Assert.True((await server.Commit(import)).IsDone);
        var all = await server.Within(async s =>
        {
            var people = new Dictionary<Guid, IReadOnlyList<Trace>>();
            await foreach (var one in s.GetRequiredService<IPopulation>().All(new(2026, 11, 22), CancellationToken.None)) people[one.Id] = one.Traces;
            return people;
        });
        foreach (var (i, (works, hard)) in new (string?, string?)[] { (null, "much"), ("ya", "none"), ("ya", "some"), ("tidak", "unable"), ("tidak", "much"), ("tidak", "named") }.Index())
        {
            var traces = await server.Within(s => s.GetRequiredService<People.Knowledge.KnownOfRegistry>().Of(InventedRelease.Nik(i), CancellationToken.None));
            Assert.Equal((works, hard), (Said(traces, "state-employee"), Said(traces, "difficulty")));
            var row = (await server.Ask(r => r.Person(InventedRelease.Nik(i), CancellationToken.None)))!.Id.Value;
            Assert.Equal(traces.Select(t => (t.Key, t.Values[0])).Order(), all[row].Where(t => t.Kind == TraceKind.Registry).Select(t => (t.Key, t.Values[0])).Order());
        }
        Assert.True((await server.Undo(import)).IsDone);
    }

    private static string? Said(IEnumerable<Trace> traces, string key) => traces.SingleOrDefault(t => t.Key == key)?.Values[0];

    private async Task<IReadOnlyList<Trace>> Traces(PersonId id) =>
        [.. (await server.Within(s => s.GetRequiredService<IPersonKnowledge>().Of(id, Officer, CancellationToken.None)))!.Person.Where(t => t.Kind == TraceKind.Registry)];
}
