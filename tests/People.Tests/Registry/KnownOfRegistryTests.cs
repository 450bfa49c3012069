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
        Assert.Empty(await Traces(stranger));
        Assert.True((await server.Undo(import)).IsDone);
        Assert.DoesNotContain(await Traces(known), t => t.AsOf == day);
    }

    private async Task<IReadOnlyList<Trace>> Traces(PersonId id) =>
        [.. (await server.Within(s => s.GetRequiredService<IPersonKnowledge>().Of(id, Officer, CancellationToken.None)))!.Person.Where(t => t.Kind == TraceKind.Registry)];
}
