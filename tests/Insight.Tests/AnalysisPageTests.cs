using System.Net;
using Layar.Identity.Contracts;
using Layar.Insight.Analysis;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Insight.Tests;

[Trait("Kind", "page"), Collection(InsightHouse.Name)]
public sealed class AnalysisPageTests(InsightServer server)
{
    [Theory]
    [InlineData(Roles.Manager, true)]
    [InlineData(Roles.Head, true)]
    [InlineData(Roles.DivisionHead, true)]
    [InlineData(Roles.Secretary, true)]
    [InlineData(Roles.Planner, true)]
    [InlineData(Roles.Auditor, true)]
    [InlineData(Roles.Operator, false)]
    [InlineData(Roles.VillageDesk, false)]
    [InlineData(Roles.Administrator, false)]
    public async Task Only_these_roles_see_the_analysis(string role, bool allowed) =>
        Assert.Equal(allowed, (await (await server.SignedIn(role)).Open("/petugas/analisis")).Status == HttpStatusCode.OK);

    [Fact]
    public async Task A_manager_sees_figures_chart_ranking_and_the_oldest_cases()
    {
        await server.Settle();
        var page = await (await server.SignedIn(Roles.Manager)).Open("/petugas/analisis?dari=2024-01&sampai=2026-12");
        Assert.Equal(5, page.Document.QuerySelectorAll(".metric").Length);
        Assert.NotEmpty(page.Document.QuerySelectorAll("svg.chart rect.bar-1"));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".bar-item"));
        Assert.StartsWith("/petugas/kasus/BLG-", page.Document.QuerySelector("td.code a")!.GetAttribute("href"));
        Assert.DoesNotContain("style=", page.Text);
    }

    [Fact]
    public async Task A_planner_sees_no_case_and_no_group_below_five()
    {
        await server.Settle();
        var visitor = await server.SignedIn(Roles.Planner);
        var year = DateTime.UtcNow.Year;
        var page = await visitor.Open($"/petugas/analisis?dari={year - 2}-01&sampai={year}-12");
        Assert.DoesNotContain("/petugas/kasus/", page.Text);
        Assert.DoesNotContain("BLG-", page.Text);
        var sheet = await visitor.Open($"/petugas/analisis?handler=unduh&dari={year - 2}-01&sampai={year}-12");
        Assert.DoesNotContain("BLG-", sheet.Text);
    }

    [Fact]
    public async Task No_pair_of_a_planners_filters_differs_by_fewer_than_five_cases()
    {
        await server.Settle();
        var year = DateTime.UtcNow.Year;
        var views = new List<AnalysisView>();
        for (var from = new DateOnly(year - 2, 1, 1); from.Year <= year; from = from.AddMonths(3))
            for (var to = from.AddMonths(2); to.Year <= year; to = to.AddMonths(3))
                views.Add(await server.Within(s => s.GetRequiredService<AnalysisReport>().InGroups(AnalysisPeriod.Read($"{from:yyyy-MM}", $"{to:yyyy-MM}", to, true), CancellationToken.None)));
        foreach (var outer in views)
            foreach (var inner in views.Where(v => v.Period.From >= outer.Period.From && v.Period.To <= outer.Period.To))
            {
                Distinct(outer.Received, inner.Received);
                foreach (var part in inner.Districts) Distinct(outer.Districts.Single(d => d.Code == part.Code).Received, part.Received);
                foreach (var part in inner.Districts) Distinct(outer.Received, part.Received);
                if (outer.Resolved is { } all && inner.Resolved is { } some) Distinct(all, some);
                if (inner.Resolved is { } done) Distinct(inner.Received, done);
            }
        Assert.All(views.SelectMany(v => v.Bars).SelectMany(b => new[] { b.Social, b.NonSocial, b.Undecided }), n => Assert.False(n is > 0 and < 5));
        Assert.All(views.SelectMany(v => v.Steps), s => Assert.False(s.Count is > 0 and < 5));
    }

    private static void Distinct(int whole, int part) => Assert.False(whole - part is > 0 and < 5, $"{whole} - {part}");

    [Fact]
    public async Task The_table_file_holds_the_evidence_with_its_legal_basis()
    {
        var sheet = await (await server.SignedIn(Roles.Head)).Open("/petugas/analisis?handler=unduh&dari=2026-01&sampai=2026-12");
        Assert.Equal("text/csv", sheet.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Pedoman IGA 2026", sheet.Text);
        Assert.Contains("Kecamatan;Laporan masuk;Terbuka", sheet.Text);
    }

    [Fact]
    public async Task Everybody_may_read_the_public_figures_without_signing_in()
    {
        await server.Settle();
        var page = await server.Visitor().Open("/kinerja");
        Assert.Equal((HttpStatusCode.OK, "Kinerja pelayanan"), (page.Status, page.Title));
        Assert.DoesNotContain("BLG-", page.Text);
        Assert.Equal(2, page.Document.QuerySelectorAll("main .card").Length);
    }
}
