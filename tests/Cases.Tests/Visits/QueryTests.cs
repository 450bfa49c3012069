using Layar.Cases.Contracts;
using Layar.Cases.Tests.Completeness;
using Layar.Identity.Contracts;
using Layar.People.Contracts;
using Layar.Testing;

namespace Layar.Cases.Tests.Visits;

[Collection("work"), Trait("Kind", "page")]
public sealed class QueryTests(WorkServer server)
{
    /// <summary>Jobs of the house run beside a page now and then; the quietest of three openings is the page's own.</summary>
    private async Task Quiet(Visitor browser, string path)
    {
        await browser.Open(path);
        var least = int.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            server.Queries.Reset();
            Assert.Equal(200, (int)(await browser.Open(path)).Status);
            least = Math.Min(least, server.Queries.Count);
        }
        Assert.True(least <= 12, $"{least}: {string.Join("\n", server.Queries.Commands)}");
    }

    [Theory]
    [InlineData(Roles.Operator, CaseStep.Completeness, "/periksa")]
    [InlineData(Roles.Operator, CaseStep.Completeness, "/tanya")]
    [InlineData(Roles.Operator, CaseStep.AwaitingReporter, "/pertanyaan")]
    [InlineData(Roles.Supervisor, CaseStep.VisitPlanning, "/kunjungan")]
    public async Task A_page_asks_the_database_at_most_twelve_times(string role, CaseStep step, string page)
    {
        var opened = await server.Case(new WantedCase { Step = step, Service = "sandang", Person = new PersonFacts { Name = "Aminah" } });
        await Quiet(await server.SignedIn(role), opened.Path + page);
    }

    [Theory]
    [InlineData("rencana")]
    [InlineData("jadwalkan")]
    [InlineData("selesai")]
    public async Task So_do_the_lists(string view) => await Quiet(await server.SignedIn(Roles.Supervisor), "/petugas/kunjungan?tampilan=" + view);
}
