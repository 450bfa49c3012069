using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Tracking;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class QuestionTests(IntakeServer server)
{
    [Fact]
    public async Task An_officers_question_stands_on_top_and_the_answer_brings_the_case_back()
    {
        using var citizen = server.Visitor();
        var (_, sent) = await IntakeServer.Post(citizen, IntakeServer.Body());
        var link = (string)sent["link"]!;
        using var officer = await server.SignedIn(Roles.Operator);
        var request = await officer.Open($"/petugas/kasus/{sent["code"]}/tanya");
        await request.Form("Minta kelengkapan").Set("Questions[0].Text", "Apakah Nenek punya KK?").Set("Questions[0].Kind", "Choice").Set("Questions[0].Options", "Ada\nTidak ada").Press("Minta kelengkapan");

        var page = await citizen.Open(link);
        Assert.Contains("Menunggu jawaban Anda", page.Text);
        Assert.Contains("Apakah Nenek punya KK?", page.Text);
        Assert.Equal("Apakah Nenek punya KK?", (string)(await IntakeServer.Get(citizen, $"/api/laporan/{sent["code"]}?pin={sent["pin"]}")).Body["question"]!);
        Assert.DoesNotContain("KK?", (await citizen.Open($"/lacak?kode={sent["code"]}")).Text);
        var empty = await page.Form("Kirim jawaban").Press("Kirim jawaban");
        Assert.Contains("Pilih jawabannya", empty.Document.QuerySelector(".errors")!.TextContent);
        page = await (await page.Form("Kirim jawaban").Set("Reply", "Tidak ada").Press("Kirim jawaban")).Follow();
        Assert.Contains("Jawaban terkirim", page.Text);
        Assert.Contains("Sedang diperiksa", page.Text);
        await server.Within(async services =>
        {
            var summary = await services.GetRequiredService<ICases>().Find(await CaseOf(services, (string)sent["code"]!), CancellationToken.None);
            Assert.Equal(CaseStep.Completeness, summary!.Step);
            return true;
        });
    }

    [Fact]
    public async Task A_question_for_a_photo_without_one_names_the_fault_at_the_photo_too()
    {
        using var citizen = server.Visitor();
        var (_, sent) = await IntakeServer.Post(citizen, IntakeServer.Body());
        using var officer = await server.SignedIn(Roles.Operator);
        var request = await officer.Open($"/petugas/kasus/{sent["code"]}/tanya");
        await request.Form("Minta kelengkapan").Set("Questions[0].Text", "Kirim foto KK").Set("Questions[0].Kind", "Photo").Press("Minta kelengkapan");
        var page = await citizen.Open((string)sent["link"]!);
        page = await page.Form("Kirim jawaban").Press("Kirim jawaban");
        Assert.Contains("Tambahkan foto", page.Document.QuerySelector(".errors a[href='#Photo']")!.TextContent);
        Assert.Contains("Tambahkan foto", page.Document.QuerySelector("#Photo-error")!.TextContent);
        Assert.Equal("true", page.Document.QuerySelector("#Photo")!.GetAttribute("aria-invalid"));
        page = await (await page.Form("Kirim jawaban").Press("Tidak ada")).Follow();
        Assert.Contains("Jawaban terkirim", page.Text);
    }

    private static async Task<CaseId> CaseOf(IServiceProvider services, string code) =>
        (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
            services.GetRequiredService<Kernel.Data.AppDb>().Set<Reports.Report>(), r => r.Code == code.Replace("-", "").Substring(3))).CaseId;
}
