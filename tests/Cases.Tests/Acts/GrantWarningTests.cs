using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Layar.Testing;

namespace Layar.Cases.Tests.Acts;

[Trait("Kind", "page")]
public sealed class GrantWarningTests(StaffServer server) : IClassFixture<StaffServer>
{
    private static readonly DateOnly Today = Wita.Day(DateTime.UtcNow);

    /// <summary>Puts a version of a programme of the division in force: from 60 years on, with these ceilings.</summary>
    private async Task Version(string code, string places, string budget = "", string exclusive = "")
    {
        using var planner = await server.SignedIn(Roles.Planner);
        var form = (await planner.Open($"/petugas/program/{code}/ubah")).Form("Simpan konsep").Set("Input.Rule", "usia >= 60").Set("Input.Note", "Uji").Set("Input.Places", places).Set("Input.From", $"{Today:yyyy-MM-dd}")
            .Set("Input.Amounts[0].Rupiah", "400000").Set("Input.Amounts[0].Per", "Once").Set("Input.Amounts[0].For", "tiap orang");
        if (budget.Length > 0) form.Set("Input.BudgetRupiah", budget).Set("Input.BudgetYear", $"{Today.Year}").Set("Input.BudgetLine", "5.1.02.01");
        if (exclusive.Length > 0) form.Set("Input.Exclusive[0]", exclusive);
        var saved = await form.Press("Simpan konsep");
        Assert.True(saved.Location is not null, string.Join(" ", saved.Errors));
        using var second = await server.SignedIn(Roles.Administrator);
        Assert.NotNull((await (await second.Open(saved.Location)).Form("Aktifkan").Set("From", $"{Today:yyyy-MM-dd}").Press("Aktifkan")).Location);
    }

    private Task<OpenedCase> Waiting(int age) => server.Case(new WantedCase { Step = CaseStep.ProgrammeDecision, Division = "rehsos", Service = "sandang", Person = new() { Name = "Orang Contoh", Sex = "P", EstimatedAge = age } });

    private async Task<Form> Form(OpenedCase opened, string code) => (await (await server.SignedIn(Roles.DivisionHead)).Open(opened.Path + "/program")).Form("Tetapkan program").Set("Input.Choice", code);

    [Fact]
    public async Task A_grant_beyond_quota_and_budget_warns_with_the_numbers_and_goes_on_with_a_reason()
    {
        await Version("sandang", places: "1", budget: "500000");
        var (first, second) = (await Waiting(75), await Waiting(78));
        Assert.Equal(HttpStatusCode.Redirect, (await (await Form(first, "sandang")).Press("Tetapkan program")).Status);

        // A reason that was written before the numbers were seen is no answer to them.
        var warned = await (await Form(second, "sandang")).Set("Input.Words", "Sudah diperiksa").Press("Tetapkan program");
        var text = warned.Document.QuerySelector(".notice-amber")!.TextContent;
        Assert.Contains("Kuota setahun 1, sudah diberikan 1: ini yang ke-2.", text);
        Assert.Contains("Rp500.000", text);
        Assert.Contains("5.1.02.01", text);
        var still = await warned.Form("Tetapkan program").Set("Input.Words", "").Press("Tetapkan program");
        Assert.Contains(still.Errors, e => e.StartsWith("Ada yang perlu diperiksa", StringComparison.Ordinal));
        Assert.Equal(CaseStep.ProgrammeDecision, (await server.Look(second)).Step);

        Assert.Equal(HttpStatusCode.Redirect, (await still.Form("Tetapkan program").Set("Input.Words", "Rumahnya terbakar").Press("Tetapkan program")).Status);
        Assert.Equal("sandang", (await server.Look(second)).Programme);
        Assert.Equal("Rumahnya terbakar", (await server.Acts(second))[^1].Reason);
    }

    [Fact]
    public async Task A_grant_against_the_rule_is_the_officers_decision_with_a_reason()
    {
        await Version("alat-bantu", places: "100");
        var opened = await Waiting(30);
        var warned = await (await Form(opened, "alat-bantu")).Press("Tetapkan program");
        Assert.Contains("Menurut data, syarat tidak terpenuhi", warned.Document.QuerySelector(".notice-amber")!.TextContent);
        // Another programme than the one that was warned of is looked at anew.
        await Version("pelatihan", places: "100");
        Assert.Contains("syarat tidak terpenuhi", (await warned.Form("Tetapkan program").Set("Input.Choice", "pelatihan").Set("Input.Words", "Alasan").Press("Tetapkan program")).Document.QuerySelector(".notice-amber")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await warned.Form("Tetapkan program").Set("Input.Words", "Dokter menyarankan").Press("Tetapkan program")).Status);
    }

    [Fact]
    public async Task A_grant_beside_what_excludes_it_names_what_is_received()
    {
        await Version("bansos-anak-lansia", places: "100", exclusive: "kube");
        var opened = await Waiting(80);
        var person = (await server.Look(opened)).PersonId!.Value.Value;
        using var desk = await server.SignedIn(Roles.Operator);
        await (await desk.Open($"/petugas/warga/{person}/program")).Form("Catat program").Set("Programme", "kube").Set("Since", $"{Today.AddDays(-20):yyyy-MM-dd}").Set("Source", "desa").Press("Catat program");
        var warned = await (await Form(opened, "bansos-anak-lansia")).Press("Tetapkan program");
        Assert.Contains("tidak boleh diterima bersamaan", warned.Document.QuerySelector(".notice-amber")!.TextContent);
    }
}
