using Layar.Identity.Contracts;
using Layar.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Architecture.Tests.Access;

[Trait("Kind", "page"), Collection(AccessCollection.Name)]
public sealed class RoleTests(AccessHouse house)
{
    private IEnumerable<string> Patterns => house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText ?? "").Distinct();

    [Fact]
    public void Every_address_of_the_application_stands_in_the_table_and_no_other()
    {
        var known = Doors.OfStaff.Select(d => d.Pattern).Concat(Doors.OfEverybody).ToList();
        Assert.Empty(Patterns.Except(known));
        Assert.Empty(known.Except(Patterns));
    }

    [Fact]
    public void Nothing_below_petugas_is_open_to_everybody() =>
        Assert.DoesNotContain(Doors.OfEverybody, p => p.TrimStart('/').StartsWith("petugas", StringComparison.Ordinal));

    [Fact]
    public async Task Each_role_opens_what_the_table_grants_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var role in Roles.All)
            foreach (var door in Doors.OfStaff)
            {
                var answer = await house.Opened(role, await house.At(door.Sample));
                if (answer != (door.Who.Contains(role) ? "in" : "out")) wrong.Add($"{role} {door.Sample}: {answer}");
            }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task A_secret_case_is_there_for_the_manager_and_the_kadis_only()
    {
        var wrong = new List<string>();
        foreach (var role in Roles.All.Except([Roles.Manager, Roles.Head]))
            foreach (var door in Doors.OfStaff.Where(d => d.Pattern.StartsWith("petugas/kasus/{nomor}", StringComparison.Ordinal)))
            {
                var answer = await house.Opened(role, await house.AtSecret(door.Sample));
                if (answer != "out") wrong.Add($"{role} {door.Sample}: {answer}");
            }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal("in", await house.Opened(Roles.Manager, await house.AtSecret("/petugas/kasus/{kasus}")));
    }

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_from_every_door()
    {
        using var stranger = house.Visitor();
        foreach (var door in Doors.OfStaff)
        {
            var page = await stranger.Open(await house.At(door.Sample));
            Assert.True(page.Location?.StartsWith("/masuk?", StringComparison.Ordinal) == true, $"{door.Sample}: {page.Status} {page.Location}");
        }
    }
}
