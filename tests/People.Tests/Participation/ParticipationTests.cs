using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Participation;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Participation;

[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class ParticipationTests(PeopleServer server)
{
    private async Task<Form> Form(PersonId id) => (await (await server.As(Roles.Operator)).Open(id.Path() + "/program")).Form("Catat program");

    private Task<List<ProgrammeParticipation>> Of(PersonId id) => server.Within(s => s.GetRequiredService<AppDb>().Set<ProgrammeParticipation>().AsNoTracking().Where(p => p.PersonId == id).ToListAsync());

    [Fact]
    public async Task A_programme_has_begin_amount_source_and_an_end_with_its_reason()
    {
        var id = await server.Person(new() { Name = "Terima Contoh", Sex = "P" });
        await (await Form(id)).Set("Programme", "pkh").Set("Since", "2025-01-01").Set("Amount", "600000").Set("Rhythm", "Quarterly").Set("Source", "dtsen").Press("Catat program");
        var page = await (await server.As(Roles.Operator)).Open(id.Path());
        Assert.Contains("Rp600.000", page.Words());
        Assert.Contains("setiap tiga bulan", page.Words());
        var end = (await (await server.As(Roles.Operator)).Open(id.Path() + "/program")).Form("Akhiri program");
        Assert.Contains("Tulis alasannya", string.Join(" ", (await end.Press("Akhiri program")).Errors));
        await end.Set("Reason", "Graduasi").Press("Akhiri program");
        var row = Assert.Single(await Of(id));
        Assert.Equal(("pkh", "Graduasi", 600000L), (row.Programme, row.EndReason, row.Amount));
        Assert.NotNull(row.Until);
    }

    [Theory, InlineData("", "2026-01-01", "", "1", "dtsen"), InlineData("pkh", "", "", "1", "dtsen"), InlineData("pkh", "2026-01-01", "2025-01-01", "1", "dtsen"),
        InlineData("pkh", "2026-01-01", "", "-5", "dtsen"), InlineData("pkh", "2026-01-01", "", "banyak", "dtsen"), InlineData("pkh", "2026-01-01", "", "1", "")]
    public async Task What_is_missing_or_impossible_is_refused(string programme, string since, string until, string amount, string source)
    {
        var id = await server.Person(new() { Name = "Keliru Program", Sex = "P" });
        var page = await (await Form(id)).Set("Programme", programme).Set("Since", since).Set("Until", until).Set("Amount", amount).Set("Source", source).Press("Catat program");
        Assert.NotEmpty(page.Errors);
        Assert.Empty(await Of(id));
    }

    [Fact]
    public async Task The_programmes_are_those_of_the_catalogue_and_what_it_does_not_know_is_other_aid()
    {
        var id = await server.Person(new() { Name = "Daftar Program", Sex = "P" });
        var form = (await (await server.As(Roles.Operator)).Open(id.Path() + "/program")).Document;
        var offered = form.QuerySelectorAll("select[name=Programme] option").Select(o => o.GetAttribute("value")).ToList();
        Assert.Contains("permakanan-tunggal", offered);
        Assert.Contains("lain", offered);
        Assert.DoesNotContain("pengaduan-layanan", offered);
        await (await Form(id)).Set("Programme", "lain").Set("Since", "2025-01-01").Set("Source", "desa").Press("Catat program");
        await (await Form(id)).Set("Programme", "pkh").Set("Since", "2025-01-01").Set("Source", "dtsen").Press("Catat program");
        await (await Form(id)).Set("Programme", "blt-dd").Set("Since", "2025-02-01").Set("Source", "desa").Press("Catat program");
        var page = (await (await server.As(Roles.Operator)).Open(id.Path())).Words();
        Assert.Contains("Bantuan lain", page);
        Assert.Contains("BLT", page);
        Assert.Contains("pernah", await Ever(id, "BLT-DD"));
    }

    /// <summary>Every programme of the catalogue tells the rules that it was received, without an entry of its own in known-facts.json.</summary>
    private Task<string> Ever(PersonId id, string choice) => server.Within(async s =>
    {
        var programmes = s.GetRequiredService<IProgrammes>();
        var known = await s.GetRequiredService<IPersonKnowledge>().Of(id, new StaffMember(default, "", "", new HashSet<string> { Roles.Operator }, [], null, new Dictionary<string, string>()), CancellationToken.None);
        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        return programmes.Sheet(known!.Person, [], day).Read("pernah_menerima")?.Value.Days.ContainsKey(choice) == true ? "pernah" : "";
    });
}
