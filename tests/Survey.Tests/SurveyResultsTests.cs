using System.Net;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Survey.Tests;

[Trait("Kind", "page"), Collection(SurveyHouse.Name)]
public sealed class SurveyResultsTests(StaffServer server)
{
    [Theory]
    [InlineData(Roles.Manager, true)]
    [InlineData(Roles.Head, true)]
    [InlineData(Roles.Planner, true)]
    [InlineData(Roles.Secretary, true)]
    [InlineData(Roles.Auditor, true)]
    [InlineData(Roles.Operator, false)]
    [InlineData(Roles.DivisionHead, false)]
    [InlineData(Roles.Administrator, false)]
    public async Task Only_these_roles_see_the_results(string role, bool allowed)
    {
        var page = await (await server.SignedIn(role)).Open("/petugas/survei?tahun=2001");
        Assert.Equal(allowed, page.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Fewer_than_five_answers_show_nothing()
    {
        await server.Answers(new DateOnly(2003, 2, 1), "alat-bantu", 4, 4, "Rahasia kecil");
        var page = await (await server.SignedIn(Roles.Planner)).Open("/petugas/survei?tahun=2003");
        Assert.Contains("Belum cukup jawaban", page.Text);
        Assert.DoesNotContain("Rahasia kecil", page.Text);
    }

    [Fact]
    public async Task The_page_shows_index_grade_elements_services_and_both_weights()
    {
        await server.Answers(new DateOnly(2004, 2, 1), "alat-bantu", 20, 4, "Cepat <b>sekali</b>");
        await server.Answers(new DateOnly(2004, 5, 1), "kube", 8, 3);
        await server.Answers(new DateOnly(2004, 5, 1), "rtlh", 3, 3);
        var visitor = await server.SignedIn(Roles.Manager);
        var page = await visitor.Open("/petugas/survei?tahun=2004");
        // 20 x 35 + 11 x 26 = 986 marks of 31 answers: 986 / 279 x 25.
        Assert.Contains("88,35 · A", page.Text);
        Assert.Contains("87,47 · B", page.Text);
        Assert.Contains("bobot 0,11", page.Text);
        Assert.Contains("Waktu penyelesaian", page.Document.QuerySelector(".card-amber .bar-item span")!.TextContent);
        Assert.Contains("Cepat &lt;b&gt;sekali&lt;/b&gt;", page.Text);
        Assert.Contains("digabung", page.Text);
        Assert.DoesNotContain("style=", page.Text);
        var quarter = await visitor.Open("/petugas/survei?tahun=2004&triwulan=1");
        Assert.Contains(">20<", quarter.Text);
    }

    [Fact]
    public async Task Comments_go_on_to_the_next_twenty()
    {
        for (var i = 0; i < 25; i++) await server.Answers(new DateOnly(2005, 1 + i % 3, 1), "kube", 1, 4, $"komentar-{i:D2}");
        var visitor = await server.SignedIn(Roles.Auditor);
        var first = await visitor.Open("/petugas/survei?tahun=2005");
        var next = first.Document.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")).Single()!;
        var second = await visitor.Open("/petugas/survei" + next.Split('#')[0]);
        var seen = new[] { first, second }.SelectMany(p => p.Document.QuerySelectorAll(".inset p:first-child").Select(x => x.TextContent)).ToList();
        Assert.Equal((25, 25), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task The_table_file_opens_in_a_spreadsheet()
    {
        await server.Answers(new DateOnly(2006, 2, 1), "alat-bantu", 9, 4);
        var answer = await (await server.SignedIn(Roles.Secretary)).Open("/petugas/survei?handler=unduh&tahun=2006");
        Assert.Equal("text/csv", answer.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("IKM;97,22;A · Sangat baik;bobot 1/9 (tepat), yang dipakai", answer.Text.Replace("\"", ""));
    }
}
