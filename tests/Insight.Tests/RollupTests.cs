using Layar.Cases.Contracts;
using Layar.Insight.Analysis;
using Layar.Insight.Rollup;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Insight.Tests;

[Trait("Kind", "slice"), Collection(InsightHouse.Name)]
public sealed class RollupTests(InsightServer server)
{
    [Fact]
    public async Task Figures_of_random_periods_equal_counting_every_case()
    {
        await server.Settle();
        var all = await server.Within(s => s.All());
        Assert.NotEmpty(all);
        var random = new Random(5);
        for (var round = 0; round < 25; round++)
        {
            var from = Wita.Day(DateTime.UtcNow).AddDays(-random.Next(1, 1200));
            var to = from.AddDays(random.Next(0, 500));
            var cases = all.Where(c => Wita.Day(c.ReceivedAt) >= from && Wita.Day(c.ReceivedAt) <= to).ToList();
            await Same(from, to, cases);
        }
    }

    private Task<bool> Same(DateOnly from, DateOnly to, List<CaseFigure> cases) => server.Within(async s =>
    {
        var figures = s.GetRequiredService<Figures>();
        var days = await figures.Days(from, to, CancellationToken.None);
        Assert.Equal(cases.Count, days.Sum(d => d.Received));
        Assert.Equal(cases.Count(c => c.Step == CaseStep.Completed), days.Sum(d => d.Resolved));
        Assert.Equal(cases.Count(c => c.Open), days.Sum(d => d.Open));
        Assert.Equal(cases.Count(c => c.Social == true), days.Where(d => d.Social == Sociality.Social).Sum(d => d.Received));
        foreach (var (facet, key) in new (Facet, Func<CaseFigure, string?>)[] { (Facet.District, c => c.District), (Facet.Service, c => c.Service), (Facet.Problem, c => c.Problem), (Facet.Channel, c => c.Channel) })
            Assert.Equal(
                cases.GroupBy(c => key(c) ?? "").Select(g => (g.Key, g.Count(), g.Count(c => c.Open))).Order(),
                (await figures.By(facet, from, to, CancellationToken.None)).Select(d => (d.Key, d.Received, d.Open)).Order());
        return true;
    });

    [Fact]
    public async Task A_case_that_opens_or_moves_is_counted_within_seconds()
    {
        await server.Settle();
        await server.Within(async s => { await Histories.Write(s, 30, new Random(99 + Environment.TickCount)); return true; });
        for (var i = 0; i < 150; i++)
        {
            var (counted, real) = await server.Within(async s => (
                await s.GetRequiredService<AppDb>().Set<CaseDay>().Where(d => d.Facet == Facet.Channel).GroupBy(d => 1).Select(g => new { R = g.Sum(d => d.Received), D = g.Sum(d => d.Resolved) }).SingleAsync(),
                await s.All()));
            if (counted.R == real.Count && counted.D == real.Count(c => c.Step == CaseStep.Completed)) return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The rollup did not follow within 30 seconds.");
    }

    [Fact]
    public async Task Waiting_cases_equal_counting_every_open_case()
    {
        var all = await server.Within(s => s.All());
        var waiting = await server.Within(s => s.GetRequiredService<ICaseFigures>().Waiting(DateTime.UtcNow, CancellationToken.None));
        Assert.Equal(all.Where(c => c.Open).GroupBy(c => c.Step).Select(g => (g.Key, g.Count())).Order(), waiting.GroupBy(w => w.Step).Select(g => (g.Key, g.Sum(w => w.Count))).Order());
        Assert.All(waiting, w => Assert.InRange(w.Overdue, 0, w.Count));
        Assert.Contains(Waiting.Steps(waiting), s => s.Oldest?.StartsWith("BLG-", StringComparison.Ordinal) == true);
    }
}
