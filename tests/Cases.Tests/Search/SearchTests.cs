using System.Net;
using Layar.Cases.Contracts;
using Layar.Cases.Search;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.Testing;
using Layar.Cases.Tests.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Search;

[Collection(DeskCollection.Name)]
public sealed class SearchTests(DeskServer server)
{
    [Theory, Trait("Kind", "slice")]
    [InlineData("ketumbar serambi")]
    [InlineData("ketmbar serambi")]
    [InlineData("ketumbar serabmi")]
    [InlineData("kettumbar SERAMBI")]
    [InlineData("katumbar")]
    [InlineData("Sulastriana")]
    [InlineData("sulastrina ketumbar")]
    public async Task Words_and_names_are_found_with_a_slip(string text)
    {
        var opened = await Marked();
        Assert.Contains(opened.Number, await Find(text, await server.Member(Roles.Operator)));
    }

    [Theory, Trait("Kind", "slice")]
    [InlineData("ketumbar tidakada")]
    [InlineData("xqzzvw")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"*")]
    [InlineData("NEAR(")]
    public async Task What_is_not_there_is_not_found_and_nothing_breaks(string text)
    {
        var opened = await Marked();
        Assert.DoesNotContain(opened.Number, await Find(text, await server.Member(Roles.Operator)));
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Number_is_found_however_it_is_typed()
    {
        var opened = await server.Case();
        Assert.Equal([opened.Number], await Find(opened.Number.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), await server.Member(Roles.Operator)));
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Search_stays_within_area_and_role_and_never_finds_secrets()
    {
        var far = await server.Case(new WantedCase { Title = "Belimbing wuluh", Area = "63.11.05.2001" });
        var near = await server.Case(new WantedCase { Title = "Belimbing wuluh", Area = "63.11.02.2001" });
        var secret = await server.Case(new WantedCase { Title = "Belimbing wuluh rahasia", Secret = true });
        await Index();
        var found = await Find("belimbing", await server.Member(Roles.DistrictWorker, ["63.11.02"]));
        Assert.Contains(near.Number, found);
        Assert.DoesNotContain(far.Number, found);
        Assert.DoesNotContain(secret.Number, await Find("belimbing", await server.Member(Roles.Manager)));
        Assert.Empty(await Find("belimbing", await server.Member(Roles.Driver)));
        Assert.False(await server.Within(s => s.GetRequiredService<AppDb>().Set<SearchRow>().AnyAsync(r => r.CaseId == secret.Id)));
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Newest_stand_first_and_indexing_twice_adds_nothing()
    {
        var old = await server.Case(new WantedCase { Title = "Jeruk purut", ReceivedAt = DateTime.UtcNow.AddDays(-2) });
        var recent = await server.Case(new WantedCase { Title = "Jeruk purut" });
        await Index();
        Assert.Equal(0, await Index());
        Assert.Equal([recent.Number, old.Number], await Find("jeruk purut", await server.Member(Roles.Operator)));
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Opened_case_is_indexed_by_its_message()
    {
        var opened = await server.Case(new WantedCase { Title = "Cempedak goreng" });
        var member = await server.Member(Roles.Operator);
        for (var i = 0; i < 100 && (await Find("cempedak", member)).Count == 0; i++) await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Contains(opened.Number, await Find("cempedak", member));
    }

    [Fact, Trait("Kind", "page")]
    public async Task Nik_is_searched_for_a_reason_that_is_written_down()
    {
        var nik = "63110201019000" + Random.Shared.Next(10, 99);
        var opened = await server.Case(new WantedCase { Person = new PersonFacts { Name = "Rusdiansyah", Nik = nik } });
        var who = await server.As(Roles.Operator);
        var page = await who.Open("/petugas/cari?q=" + nik);
        Assert.DoesNotContain(opened.Number, page.Text, StringComparison.Ordinal);
        var without = await page.Form("Untuk apa?").Press("Cari");
        Assert.Contains("Tulis untuk apa", without.Text, StringComparison.Ordinal);
        var found = await without.Form("Untuk apa?").Set("Purpose", "Warga datang ke loket").Press("Cari");
        Assert.Contains(opened.Number, found.Text, StringComparison.Ordinal);
        var entry = await server.Within(s => s.GetRequiredService<AppDb>().Set<ReadEntry>().AsNoTracking().SingleAsync(e => e.Subject == opened.Id.Value && e.SubjectKind == "nik"));
        Assert.Contains("Warga datang ke loket", entry.Purpose, StringComparison.Ordinal);
        Assert.Contains("16", (await page.Form("Untuk apa?").Set("Nik", "123").Set("Purpose", "x").Press("Cari")).Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Kind", "page")]
    public async Task Page_says_what_else_was_searched_and_when_nothing_was_found()
    {
        await Marked();
        var who = await server.As(Roles.Operator);
        Assert.Contains("ketumbar", (await who.Open("/petugas/cari?q=ketmbar")).Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ditemukan", (await who.Open("/petugas/cari?q=xqzzvwy")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await who.Open("/petugas/cari")).Status);
    }

    [Theory, Trait("Kind", "rule")]
    [InlineData("nenek", "nenek", 0)]
    [InlineData("nenek", "nenke", 1)]
    [InlineData("nenek", "nnek", 1)]
    [InlineData("nenek", "nenekk", 1)]
    [InlineData("nenek", "kakek", 3)]
    public void Distance_counts_slips(string a, string b, int slips) => Assert.Equal(slips, SearchWords.Distance(a, b));

    [Fact, Trait("Kind", "rule")]
    public void Numbers_of_persons_and_telephones_are_no_words() =>
        Assert.Equal(["nik", "rt", "02", "jumat"], SearchWords.Of("NIK 6311024412520003, 081234567890; RT 02 Jum'at"));

    private async Task<OpenedCase> Marked()
    {
        var opened = await server.Case(new WantedCase { Title = "Gudang ketumbar di serambi", Excerpt = "Tidak ada yang jaga", Person = new PersonFacts { Name = "Sulastriana" } });
        await Index();
        return opened;
    }

    private Task<int> Index() => server.Within(s => s.GetRequiredService<ICaseSearchBuilder>().BuildMissing(CancellationToken.None));

    private Task<List<string>> Find(string text, StaffMember member) =>
        server.Within(async s => (await s.GetRequiredService<CaseSearch>().Find(text, member, CancellationToken.None)).Rows.Select(r => r.Number).ToList());
}
