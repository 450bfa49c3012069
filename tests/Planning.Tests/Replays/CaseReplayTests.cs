using Layar.Planning.Replays.Counting;
using Layar.Testing;

namespace Layar.Planning.Tests.Replays;

/// <summary>An office without any release.</summary>
public sealed class CasesOnlyServer : PlanningServer
{
    protected override bool HasRelease => false;
}

[Trait("Kind", "slice")]
public sealed class CaseReplayTests(CasesOnlyServer server) : IClassFixture<CasesOnlyServer>
{
    [Fact]
    public async Task Cases_of_the_year_are_asked_and_secret_and_older_ones_are_not()
    {
        await server.Case(new WantedCase { Person = new() { Name = "Tua Contoh", Sex = "P", EstimatedAge = 90 } });
        await server.Case(new WantedCase { Person = new() { Name = "Muda Contoh", Sex = "L", EstimatedAge = 30 } });
        await server.Case(new WantedCase { Secret = true, Person = new() { Name = "Rahasia Contoh", Sex = "L", EstimatedAge = 90 } });
        await server.Case(new WantedCase { ReceivedAt = DateTime.UtcNow.AddYears(-2), Person = new() { Name = "Lama Contoh", Sex = "L", EstimatedAge = 90 } });
        var result = await server.Result(await server.Replay(PlanningServer.Versi(await server.Draft("kube", "usia >= 80"))));
        Assert.Equal((2, 1), (result.Cases.Total.People, result.Cases.Total.Eligible));
        Assert.Equal(1, result.Cases.Groups[Facet.Sex]["P"].Eligible);
        // Two years later the old estimate is two years more, and the person of the secret case is nobody's figure.
        Assert.Equal((3, 2), (result.People.Total.People, result.People.Total.Eligible));
        Assert.Null(result.Release);
    }
}
