using System.Net;
using System.Text;
using Layar.Cases.Contracts;
using Layar.Cases.Queue;
using Layar.Identity.Contracts;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Queue;

[Collection(DeskCollection.Name), Trait("Kind", "page")]
public sealed class QueuePageTests(DeskServer server)
{
    [Fact]
    public async Task Every_role_opens_its_home_and_only_who_works_with_cases_the_lists()
    {
        foreach (var role in Roles.All)
        {
            var who = await server.As(role);
            Assert.Equal(HttpStatusCode.OK, (await who.Open("/petugas")).Status);
            var expected = CaseDeskPage.Readers.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            foreach (var path in (string[])["/petugas/antrean", "/petugas/kasus", "/petugas/cari"])
                Assert.True(expected == (await who.Open(path)).Status, $"{role} {path}");
        }
    }

    [Fact]
    public async Task Stranger_is_sent_to_sign_in()
    {
        using var stranger = server.Visitor();
        Assert.StartsWith("/masuk", (await stranger.Open("/petugas/antrean")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_leads_only_where_the_role_may_go()
    {
        var page = await (await server.As(Roles.Planner)).Open("/petugas");
        Assert.Empty(page.Document.QuerySelectorAll(".side a[href='/petugas/antrean']"));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".side a[href='/petugas/analisis']"));
        page = await (await server.As(Roles.FrontOffice)).Open("/petugas");
        Assert.NotEmpty(page.Document.QuerySelectorAll(".side a[href='/petugas/surat']"));
        Assert.Empty(page.Document.QuerySelectorAll(".side a[href='/petugas/kunjungan']"));
    }

    [Fact]
    public async Task New_report_stands_in_the_queue_of_the_operator_with_its_clock()
    {
        var opened = await server.Case(new WantedCase { Title = "Kakek jatuh di kamar mandi", DueAt = DateTime.UtcNow.AddMinutes(130) });
        await Index();
        var page = await (await server.As(Roles.Operator)).Open("/petugas/antrean?cari=kakek+jatuh");
        var row = page.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(opened.Number, StringComparison.Ordinal));
        Assert.Contains("2 jam lagi", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/petugas/kasus/{opened.Number}", row.QuerySelector("a.row-link")!.GetAttribute("href"));
        Assert.NotNull(page.Document.QuerySelector("tbody[data-rows]"));
    }

    [Fact]
    public async Task Secret_report_is_simply_not_there_for_others()
    {
        var opened = await server.Case(new WantedCase { Title = "Rahasia sekali", Secret = true });
        Assert.DoesNotContain(opened.Number, (await (await server.As(Roles.Operator)).Open("/petugas/kasus")).Text, StringComparison.Ordinal);
        Assert.Contains(opened.Number, (await (await server.As(Roles.Manager)).Open("/petugas/kasus")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_list_turns_pages_by_links()
    {
        for (var i = 0; i < 55; i++) await server.Case(new WantedCase { Title = $"Halaman panjang {i}", Channel = "loket", DueAt = DateTime.UtcNow.AddDays(2).AddMinutes(i) });
        var who = await server.As(Roles.Operator);
        var first = await who.Open("/petugas/antrean?saluran=loket");
        Assert.Equal(50, first.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Null(first.Document.QuerySelector("a[rel=prev]"));
        var second = await who.Open(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(5, second.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
        var back = await who.Open(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(first.Document.QuerySelectorAll("td.code").Select(c => c.TextContent), back.Document.QuerySelectorAll("td.code").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Empty_list_says_so()
    {
        var page = await (await server.As(Roles.Operator)).Open("/petugas/antrean?cari=tidakadasamasekali");
        Assert.Contains("Tidak ada kasus yang cocok", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_is_a_file_for_a_spreadsheet_without_formulas_and_numbers_of_persons()
    {
        await server.Case(new WantedCase { Title = "=1+1;\"kutip\"", Channel = "puskesos", Person = new() { Name = "Aminah", Nik = "6311024412520003" } });
        var who = await server.As(Roles.Operator);
        var answer = await who.Http.GetAsync("/petugas/kasus?saluran=puskesos&handler=unduh", TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("\"'=1+1;\"\"kutip\"\"\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("6311024412520003", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await who.Http.GetAsync("/petugas/antrean/unduh?tampilan=semua", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Kadis_acknowledges_several_and_exceptions_are_named()
    {
        var first = await server.Case(new WantedCase { Step = CaseStep.HeadAcknowledgement });
        var second = await server.Case(new WantedCase { Step = CaseStep.HeadAcknowledgement });
        var moved = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var page = await (await server.As(Roles.Head)).Open("/petugas/antrean");
        var answer = await page.Form("Mengetahui yang dipilih").Set("pilih", $"{first.Number}|1", $"{second.Number}|1", $"{moved.Number}|1", "rusak").Press("Mengetahui yang dipilih");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(CaseStep.Forwarding, (await server.Look(first)).Step);
        Assert.Equal(CaseStep.Forwarding, (await server.Look(second)).Step);
        var then = await answer.Follow();
        Assert.Contains("2 kasus diketahui, 1 dilewati", then.Text, StringComparison.Ordinal);
        Assert.Contains(moved.Number, then.Text, StringComparison.Ordinal);
    }

    private Task<int> Index() => server.Within(s => s.GetRequiredService<ICaseSearchBuilder>().BuildMissing(CancellationToken.None));

    [Theory]
    [InlineData("", "Saringan")]
    [InlineData("?saluran=loket&cari=nenek", "Saringan (2)")]
    [InlineData("?kecamatan=63.11.02&kecamatan=63.11.03", "Saringan (1)")]
    public async Task Filters_are_folded_and_say_how_many_are_set(string query, string words)
    {
        var page = await (await server.As(Roles.Operator)).Open("/petugas/antrean" + query);
        var fold = page.Document.QuerySelector("details.fold")!;
        Assert.False(fold.HasAttribute("open"));
        Assert.Equal(words, fold.QuerySelector("summary")!.TextContent.Trim());
        Assert.NotNull(fold.QuerySelector("form[method=get] [name=cari]"));
    }

    [Theory, Trait("Kind", "budget")]
    [InlineData("/petugas")]
    [InlineData("/petugas/antrean")]
    [InlineData("/petugas/antrean?tampilan=hampir&kecamatan=63.11.02")]
    [InlineData("/petugas/kasus")]
    [InlineData("/petugas/cari?q=nenek+sakit")]
    public async Task Page_asks_at_most_twelve_queries(string path)
    {
        var who = await server.As(Roles.Manager);
        await who.Open(path);
        Assert.InRange(await server.Queries.Quietest(() => who.Open(path)), 1, 12);
    }
}
