using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Layar.Letters.LetterDesk;
using Layar.Letters.Register;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Letters.Tests.Desk;

[Trait("Kind", "page"), Collection(LettersCollection.Name)]
public sealed class LetterListTests(LettersServer server)
{
    private const int Many = 2 * LetterList.PageSize + 20;
    private const string List = "/petugas/surat?tampilan=semua&jenis=Refusal&tahun=2019";

    [Fact]
    public async Task Letters_that_wait_stand_in_the_menu_and_on_the_first_page_of_whose_turn_it_is()
    {
        await server.Drafted(await server.CaseAt(CaseStep.LetterIssue));
        var home = await (await server.As(Roles.DivisionHead)).Open("/petugas");
        var waiting = home.Document.QuerySelector("main a[href='/petugas/surat']")!.TextContent;
        Assert.Matches(@"^\d+ surat menunggu Anda$", waiting);
        Assert.Equal(waiting.Split(' ')[0], home.Document.QuerySelector(".side a[href='/petugas/surat'] .nav-count")!.TextContent);
        Assert.Null((await (await server.As(Roles.FrontOffice)).Open("/petugas")).Document.QuerySelector(".side a[href='/petugas/surat'] .nav-count"));
    }

    [Fact]
    public async Task Every_letter_is_met_once_on_the_way_there_and_once_on_the_way_back()
    {
        await Fill();
        var desk = await server.As(Roles.Manager);
        var (forward, last) = await Walk(desk, List, "next");
        Assert.Equal((3, Many), (forward.Count, forward.SelectMany(p => p).Distinct().Count()));
        Assert.Equal(Many, forward.Sum(p => p.Count));
        var (back, first) = await Walk(desk, last, "prev");
        Assert.Equal(forward, Enumerable.Reverse(back));
        Assert.Null((await desk.Open(first)).Document.QuerySelector(".pager a[rel=prev]"));
    }

    [Theory]
    [InlineData("sesudah=x")]
    [InlineData("sebelum=99999999999999999999-1")]
    [InlineData("sesudah=-5-00000000000000000000000000000000&tahun=0")]
    public async Task A_place_that_is_none_begins_at_the_beginning(string query) =>
        Assert.Equal(200, (int)(await (await server.As(Roles.Manager)).Open("/petugas/surat?tampilan=semua&" + query)).Status);

    private static async Task<(List<List<string>> Pages, string Last)> Walk(Testing.Visitor desk, string from, string way)
    {
        var pages = new List<List<string>>();
        for (var address = from; ;)
        {
            var page = await desk.Open(address);
            pages.Add([.. page.Document.QuerySelectorAll("a.row-link").Select(a => a.GetAttribute("href")!)]);
            if (page.Document.QuerySelector($".pager a[rel={way}]")?.GetAttribute("href") is not { } on) return (pages, address);
            Assert.True(pages.Count < 10, "the list does not end");
            address = on.StartsWith('?') ? "/petugas/surat" + on : on;
        }
    }

    /// <summary>Letters of another time, most of them made in the same moment.</summary>
    private Task<int> Fill() => server.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var at = new DateTime(2019, 3, 4, 1, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < Many; i++) db.Add(One(at.AddSeconds(i < 90 ? 0 : i)));
        return await db.SaveChangesAsync();
    });

    private static Letter One(DateTime at) => new()
    {
        Id = new LetterId(Guid.NewGuid()), CaseId = new CaseId(Guid.NewGuid()), CaseNumber = "BLG-0000-0000", Kind = LetterKind.Refusal, TemplateVersion = 1, Title = "Penolakan",
        State = LetterState.Draft, Way = SignatureWay.Paper, Concludes = false, SealedDocument = [], Book = "umum", Classification = "400.9", Secret = false,
        CreatedAt = at, DraftedBy = Guid.NewGuid(), DraftedByName = "Petugas", Version = 1,
    };
}
