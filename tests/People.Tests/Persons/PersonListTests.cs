using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Persons;

[Trait("Kind", "slice")]
public sealed class PersonListTests : IAsyncLifetime
{
    private readonly PeopleServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task<PersonPage> Read(PersonFilter filter, StaffMember member) => server.Within(s => s.GetRequiredService<PersonList>().Read(filter, member, CancellationToken.None));

    [Fact]
    public async Task Page_after_page_shows_everybody_once_the_newest_first()
    {
        await server.Within(async s =>
        {
            var persons = s.GetRequiredService<IPersons>();
            var at = DateTime.UtcNow;
            await s.GetRequiredService<GroupCommit>().Write([.. Enumerable.Range(0, 120).Select(i => persons.NewRow(new(Guid.CreateVersion7(at.AddSeconds(i))), new() { Name = $"Orang {i:000}", Sex = "L" }, at))], CancellationToken.None);
            return true;
        });
        var manager = await server.Member(Roles.Manager);
        var names = new List<string>();
        Guid? after = null;
        do
        {
            var page = await Read(new PersonFilter(null, null, false, after), manager);
            names.AddRange(page.Rows.Select(r => r.Name));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"Orang {i:000}"), names);
    }

    [Fact]
    public async Task Who_works_in_one_kecamatan_sees_its_people_only()
    {
        await server.Person(new() { Name = "Orang Halong", Sex = "L", Area = "63.11.02.2004" });
        await server.Person(new() { Name = "Orang Juai", Sex = "L", Area = "63.11.01.2001" });
        await server.Person(new() { Name = "Entah", Sex = "L" });
        var worker = await server.Member(Roles.DistrictWorker, ["63.11.02"]);
        Assert.Equal(["Orang Halong"], (await Read(new PersonFilter(null, null, false, null), worker)).Rows.Select(r => r.Name));
        var desk = await server.Member(Roles.VillageDesk, ["63.11.01.2001"]);
        Assert.Equal(["Orang Juai"], (await Read(new PersonFilter(null, null, false, null), desk)).Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task The_list_narrows_to_a_kecamatan_and_to_people_nobody_knows()
    {
        await server.Person(new() { Name = "Orang Juai", Sex = "L", Area = "63.11.01.2001" });
        var stranger = await server.Person(new() { EstimatedAge = 50, Sex = "L" });
        var manager = await server.Member(Roles.Manager);
        Assert.Equal(["Orang Juai"], (await Read(new PersonFilter(null, "63.11.01", false, null), manager)).Rows.Select(r => r.Name));
        var row = Assert.Single((await Read(new PersonFilter(null, null, true, null), manager)).Rows);
        Assert.Equal(stranger, row.Id);
        Assert.Equal($"Belum dikenal {PersonWords.Code(stranger)}", row.Name);
    }
}
