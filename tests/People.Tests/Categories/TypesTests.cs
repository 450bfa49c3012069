using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Categories;

[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class TypesTests(PeopleServer server)
{
    private async Task<Page> Add(PersonId id, string type, string role = Roles.Operator, string since = "2026-01-15") =>
        await (await (await server.As(role)).Open(id.Path() + "/jenis")).Form("Tambah jenis").Set("jenis", type).Set("Since", since).Set("Source", "kunjungan").Press("Tambah jenis");

    private Task<List<PersonCategory>> Rows(PersonId id) => server.Within(s => s.GetRequiredService<AppDb>().Set<PersonCategory>().AsNoTracking().Where(c => c.PersonId == id).ToListAsync());

    [Fact]
    public async Task Several_types_hold_at_once_and_an_ended_one_stays_in_the_history()
    {
        var id = await server.Person(new() { Name = "Jenis Contoh", Sex = "P", BirthDate = new(1950, 1, 1) });
        await Add(id, "Ppks:lansia-terlantar");
        await Add(id, "Disability:netra");
        await Add(id, "Label:orang-terlantar");
        var page = await (await server.As(Roles.Operator)).Open(id.Path() + "/jenis");
        Assert.Equal(3, (await Rows(id)).Count);
        await page.Form("Akhiri: Orang telantar").Press("Akhiri");
        var rows = await Rows(id);
        Assert.NotNull(rows.Single(r => r.Code == "orang-terlantar").Until);
        Assert.Equal(2, rows.Count(r => r.Until is null));
        Assert.Equal(["CategoryAdded", "CategoryAdded", "CategoryAdded", "CategoryEnded"], (await server.ActsOf(id)).Select(a => a.Kind));
    }

    [Fact]
    public async Task A_sensitive_type_is_sealed_and_seen_by_few()
    {
        var id = await server.Person(new() { Name = "Lindung Contoh", Sex = "L", BirthDate = new(1990, 1, 1) });
        var secret = server.Services.GetRequiredService<Catalogue.Contracts.ICatalogue>().PpksTypes.First(p => p.Sensitive && p.Unit == Catalogue.Contracts.PpksUnit.Person);
        await Add(id, $"Ppks:{secret.Code}", Roles.Manager);
        var row = Assert.Single(await Rows(id));
        Assert.True(row.Code is null && row.SealedCode is not null);
        Assert.Contains(secret.Name.Id, (await (await server.As(Roles.Supervisor)).Open(id.Path())).Words());
        var desk = (await (await server.As(Roles.Operator)).Open(id.Path())).Words();
        Assert.DoesNotContain(secret.Name.Id, desk);
        Assert.Contains("Jenis yang dilindungi", desk);
        Assert.DoesNotContain(secret.Name.Id, (await (await server.As(Roles.Manager)).Open("/petugas/warga")).Document.QuerySelector("tbody")!.TextContent);
        Assert.DoesNotContain(secret.Code, Assert.Single(await server.ActsOf(id)).After);
    }

    [Fact]
    public async Task Age_and_sex_suggest_types_but_never_sensitive_ones()
    {
        var old = await server.Person(new() { Name = "Tua Contoh", Sex = "P", BirthDate = new(1945, 1, 1) });
        Assert.Contains((await (await server.As(Roles.Operator)).Open(old.Path() + "/jenis")).Document.QuerySelectorAll(".notice"), n => n.TextContent.Contains("Lanjut usia", StringComparison.Ordinal));
        var words = await server.Within(s => Task.FromResult(s.GetRequiredService<CategoryWords>()));
        foreach (var age in new[] { 2, 8, 15, 30, 45, 70 })
            foreach (var sex in new[] { "L", "P", "unknown" }) Assert.DoesNotContain(words.Suggested(age, sex, []), w => w.Sensitive);
        Assert.Empty(words.Suggested(null, "P", []));
        Assert.DoesNotContain(words.Suggested(70, "P", ["lansia-terlantar"]), w => w.Code == "lansia-terlantar");
    }

    [Fact]
    public async Task Nothing_chosen_a_day_to_come_and_the_same_type_twice_are_refused()
    {
        var id = await server.Person(new() { Name = "Tolak Contoh", Sex = "P" });
        Assert.Contains("Pilih salah satu", string.Join(" ", (await Add(id, "")).Errors));
        Assert.Contains("masa depan", string.Join(" ", (await Add(id, "Psks:psm", since: "2099-01-01")).Errors));
        await Add(id, "Psks:psm");
        Assert.Contains("Sudah tercatat", string.Join(" ", (await Add(id, "Psks:psm")).Errors));
    }

    [Fact]
    public void All_26_types_and_the_12_resources_can_be_chosen()
    {
        using var scope = server.Services.CreateScope();
        var words = scope.ServiceProvider.GetRequiredService<CategoryWords>();
        Assert.Equal((26, 12), (words.Of(CategoryKind.Ppks).Count(), words.Of(CategoryKind.Psks).Count()));
    }
}
