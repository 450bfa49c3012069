using Layar.Cases.Queue.OwnViews;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Queue;

[Trait("Kind", "page"), Collection(DeskCollection.Name)]
public sealed class OwnViewTests(DeskServer server)
{
    private const string Narrowed = "/petugas/antrean?tampilan=lewat&kecamatan=63.11.02&masalah=lansia";

    [Fact]
    public async Task A_view_is_kept_with_its_filters_for_its_officer_alone_and_deleted_again()
    {
        var who = await server.As(Roles.SectionHead);
        var answer = await (await who.Open(Narrowed + "&cari=nenek")).Form("Simpan").Set("ViewName", " Lansia Halong ").Press("Simpan");
        Assert.DoesNotContain("nenek", answer.Location, StringComparison.Ordinal);
        Assert.Equal(Narrowed, answer.Location);
        var page = await answer.Follow();
        Assert.Equal("Lansia Halong", Assert.Single(page.Document.QuerySelectorAll("nav.views [aria-current]")).TextContent.Trim());
        Assert.DoesNotContain("Lansia Halong", (await (await server.As(Roles.DivisionHead)).Open(Narrowed)).Text, StringComparison.Ordinal);
        await page.Form("Hapus Lansia Halong").Press("Hapus Lansia Halong");
        Assert.DoesNotContain("Lansia Halong", (await who.Open(Narrowed)).Document.QuerySelector("nav.views")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_without_a_name_is_refused_at_the_field_and_the_list_stays_as_it_was()
    {
        var page = await (await (await server.As(Roles.Secretary)).Open(Narrowed)).Form("Simpan").Press("Simpan");
        Assert.Contains("Tulis nama tampilan", page.Errors);
        Assert.True(page.Document.QuerySelector("details.own-views")!.HasAttribute("open"));
        Assert.Contains("masalah=lansia", page.Document.QuerySelector("nav.views a")!.GetAttribute("href"), StringComparison.Ordinal);
        page = await page.Form("Simpan").Set("ViewName", new string('n', 41)).Press("Simpan");
        Assert.Contains(page.Errors, e => e.Contains("40", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_there_takes_the_new_filters_and_the_twenty_first_is_refused()
    {
        var who = await server.As(Roles.DistrictWorker);
        for (var n = 1; n <= OwnViewBook.Most; n++) Assert.NotNull((await Save(who, "/petugas/antrean?tampilan=semua", $"Tampilan {n}")).Location);
        Assert.NotNull((await Save(who, Narrowed, "TAMPILAN 7")).Location);
        Assert.Contains((await Save(who, Narrowed, "Satu lagi")).Errors, e => e.Contains("20", StringComparison.Ordinal));
        var kept = await server.Within(s => s.GetRequiredService<AppDb>().Set<OwnView>().AsNoTracking().Where(v => v.Name.StartsWith("Tampilan ")).ToListAsync());
        Assert.Equal(OwnViewBook.Most, kept.Count);
        Assert.Equal("?tampilan=lewat&kecamatan=63.11.02&masalah=lansia", kept.Single(v => v.Name == "Tampilan 7").Query);
    }

    [Fact]
    public async Task Nobody_deletes_the_view_of_another()
    {
        var owner = await server.As(Roles.FrontOffice);
        await Save(owner, Narrowed, "Milik loket");
        var id = await server.Within(s => s.GetRequiredService<AppDb>().Set<OwnView>().Where(v => v.Name == "Milik loket").Select(v => v.Id).SingleAsync());
        var other = await server.As(Roles.Manager);
        await Save(other, Narrowed, "Milik manajer");
        var form = (await other.Open(Narrowed)).Form("Hapus Milik manajer").Set("id", id.Value.ToString());
        await form.Press("Hapus Milik manajer");
        Assert.Contains("Milik loket", (await owner.Open(Narrowed)).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> Save(Visitor who, string path, string name) => await (await who.Open(path)).Form("Simpan").Set("ViewName", name).Press("Simpan");
}
