using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Cases.Tests.Queue;

[Collection(DeskCollection.Name), Trait("Kind", "page")]
public sealed class ReferralTests(DeskServer server)
{
    [Fact]
    public async Task A_referred_case_waits_in_the_list_with_its_agency_until_it_is_answered()
    {
        var waiting = await server.Case(new WantedCase { Title = "Butuh kamar di rumah sakit jiwa", Step = CaseStep.ReferredOut, Agency = "rsj-sambang-lihum", DueAt = DateTime.UtcNow.AddHours(3) });
        var answered = await server.Case(new WantedCase { Title = "Sudah dijawab puskesmas", Step = CaseStep.Completed, Agency = "puskesmas" });
        var who = await server.As(Roles.Operator);
        var list = await who.Open("/petugas/rujukan");
        Assert.Equal("Rujukan", list.Title);
        var row = list.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(waiting.Number, StringComparison.Ordinal));
        Assert.Contains("RSJ Sambang Lihum", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("jam lagi", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(waiting.Path, row.QuerySelector("a.row-link")!.GetAttribute("href"));
        Assert.DoesNotContain(answered.Number, list.Text, StringComparison.Ordinal);

        var done = await who.Open("/petugas/rujukan?tampilan=dijawab");
        Assert.Contains(answered.Number, done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(waiting.Number, done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_narrowed_to_one_agency_and_downloaded()
    {
        var one = await server.Case(new WantedCase { Step = CaseStep.ReferredOut, Agency = "disdukcapil" });
        var other = await server.Case(new WantedCase { Step = CaseStep.ReferredOut, Agency = "bpjs" });
        var who = await server.As(Roles.Manager);
        var page = await who.Open("/petugas/rujukan?instansi=disdukcapil");
        Assert.Contains(one.Number, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Number, page.Text, StringComparison.Ordinal);
        var file = await who.Open(page.Document.QuerySelector("a[href*='/rujukan/unduh']")!.GetAttribute("href")!);
        Assert.Equal("text/csv", file.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(one.Number, file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Number, file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_how_cases_come_into_it()
    {
        var page = await (await server.As(Roles.Agency)).Open("/petugas/rujukan");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Kasus yang dirujuk ke instansi Anda muncul di sini", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("select[name=instansi]"));
    }

    [Fact]
    public async Task A_secret_referral_is_not_listed_for_others()
    {
        var secret = await server.Case(new WantedCase { Step = CaseStep.ReferredOut, Agency = "uptd-ppa", Secret = true });
        Assert.DoesNotContain(secret.Number, (await (await server.As(Roles.Operator)).Open("/petugas/rujukan")).Text, StringComparison.Ordinal);
        Assert.Contains(secret.Number, (await (await server.As(Roles.Manager)).Open("/petugas/rujukan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_leads_to_the_list_and_shows_where_one_is()
    {
        var page = await (await server.As(Roles.Operator)).Open("/petugas/rujukan");
        Assert.Equal("page", page.Document.QuerySelector(".side a[href='/petugas/rujukan']")!.GetAttribute("aria-current"));
        Assert.Null(page.Document.QuerySelector(".side a[href='/petugas/antrean']")!.GetAttribute("aria-current"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.As(Roles.FrontOffice)).Open("/petugas/rujukan")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?tampilan=dijawab")]
    public async Task A_page_asks_the_database_at_most_twelve_times(string query)
    {
        var who = await server.As(Roles.Manager);
        var count = await server.Queries.Quietest(() => who.Open("/petugas/rujukan" + query));
        Assert.True(count <= 12, $"{count}: {string.Join("\n", server.Queries.Commands)}");
    }
}
