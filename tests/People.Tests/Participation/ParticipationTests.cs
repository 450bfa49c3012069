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
}
