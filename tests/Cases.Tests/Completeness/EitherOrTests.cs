using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Cases.Tests.Completeness;

/// <summary>Papers that stand in for each other are one line, and any of them is enough.</summary>
[Collection("work"), Trait("Kind", "page")]
public sealed class EitherOrTests(WorkServer server)
{
    private static readonly WantedCase Clothing = new() { Service = "sandang", Problem = "pangan-sandang", Person = new() { Name = "Aminah", Sex = "P" } };

    [Fact]
    public async Task A_statement_in_place_of_the_identity_card_is_enough()
    {
        var opened = await server.Case(Clothing);
        using var desk = await server.SignedIn(Roles.Operator);
        var page = await desk.Open(opened.Path + "/periksa");
        Assert.Contains("0 dari 4", page.Text);
        Assert.Contains(page.Document.QuerySelectorAll("h3"), h => h.TextContent.Contains("KTP elektronik atau Surat keterangan pengganti KTP", StringComparison.Ordinal));
        var refused = await page.Form("Kelengkapan").Set("Documents[kk].State", "ada").Set("Documents[sktm].State", "ada").Set("Documents[foto-badan].State", "ada").Press("Lengkap");
        Assert.Contains("KTP elektronik atau Surat keterangan pengganti KTP", refused.Faults());
        var done = await refused.Form("Kelengkapan").Set("Documents[suket-ktp].State", "ada").Press("Lengkap");
        Assert.Equal(opened.Path, done.Location);
        var file = await desk.Open(opened.Path);
        Assert.Contains("4 dari 4", file.Text);
        Assert.Contains(file.Document.QuerySelectorAll(".checklist li"), l => l.TextContent.Contains("Surat keterangan pengganti KTP", StringComparison.Ordinal));
        Assert.DoesNotContain(file.Document.QuerySelectorAll(".checklist li"), l => l.TextContent.Contains("KTP elektronik", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_here_leaves_the_one_that_was_ticked_and_does_not_invent_the_other()
    {
        var opened = await server.Case(Clothing);
        using var desk = await server.SignedIn(Roles.Operator);
        var ticked = await (await (await desk.Open(opened.Path + "/periksa")).Form("Kelengkapan").Set("Documents[suket-ktp].State", "ada").Press("Semua ada")).Follow();
        Assert.Contains("4 dari 4", ticked.Text);
        Assert.Equal(("ada", "belum"), (ticked.Shown("Documents[suket-ktp].State"), ticked.Shown("Documents[ktp].State")));
    }

    [Fact]
    public async Task Only_when_none_of_them_can_be_had_the_line_is_waived()
    {
        var opened = await server.Case(Clothing);
        using var desk = await server.SignedIn(Roles.Operator);
        var form = (await desk.Open(opened.Path + "/periksa")).Form("Kelengkapan").Set("Documents[kk].State", "ada").Set("Documents[sktm].State", "ada").Set("Documents[foto-badan].State", "ada");
        var one = await form.Set("Documents[ktp].State", "tidak").Set("Documents[ktp].Reason", "Hilang terbakar").Press("Lengkap");
        Assert.Equal(HttpStatusCode.OK, one.Status);
        var both = await one.Form("Kelengkapan").Set("Documents[suket-ktp].State", "tidak").Set("Documents[suket-ktp].Reason", "Belum sempat mengurus").Press("Lengkap");
        Assert.Equal(CaseStep.VisitPlanning, (await server.Look(opened)).Step);
        Assert.Equal(opened.Path, both.Location);
    }

    [Fact]
    public async Task The_reporter_is_asked_for_either_in_one_question()
    {
        var opened = await server.Case(Clothing);
        using var desk = await server.SignedIn(Roles.Operator);
        var ask = await desk.Open(opened.Path + "/tanya");
        await ask.Form("Pertanyaan").Set("Documents", "ktp+suket-ktp").Press("Minta kelengkapan");
        var asked = await desk.Open(opened.Path + "/pertanyaan");
        Assert.Contains("Kirim foto KTP elektronik atau Surat keterangan pengganti KTP.", asked.Text);
        Assert.Contains("value=\"ktp+suket-ktp\"", ask.Text.Replace("&#x2B;", "+", StringComparison.Ordinal));
    }
}
