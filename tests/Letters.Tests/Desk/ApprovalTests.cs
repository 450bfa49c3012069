using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Letters.Tests.Desk;

[Trait("Kind", "page"), Collection(LettersCollection.Name)]
public sealed class ApprovalTests(LettersServer server)
{
    [Theory]
    [InlineData(Roles.FrontOffice), InlineData(Roles.Head), InlineData(Roles.Planner), InlineData(Roles.Administrator), InlineData(Roles.Companion)]
    public async Task Only_drafters_open_the_draft_form(string role)
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue);
        var page = await (await server.As(role)).Open($"/petugas/kasus/{summary.Number}/surat");
        Assert.NotEqual(HttpStatusCode.OK, page.Status);
    }

    [Theory]
    [InlineData("/petugas/kasus/TIDAK-ADA/surat", Roles.Manager), InlineData("/petugas/kasus/TIDAK-ADA/serahkan", Roles.FrontOffice), InlineData("/petugas/kasus/TIDAK-ADA/tanda-terima", Roles.FrontOffice)]
    [InlineData("/petugas/surat/0197a0de-0000-7000-8000-000000000000", Roles.Manager), InlineData("/petugas/surat/0197a0de-0000-7000-8000-000000000000/ubah", Roles.Manager)]
    [InlineData("/petugas/surat/0197a0de-0000-7000-8000-000000000000/berkas", Roles.Manager), InlineData("/petugas/surat/0197a0de-0000-7000-8000-000000000000/pratinjau", Roles.Manager)]
    public async Task What_is_not_there_is_not_found(string path, string role) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.As(role)).Open(path)).Status);

    [Theory]
    [InlineData("/petugas/surat"), InlineData("/petugas/surat/0197a0de-0000-7000-8000-000000000000/berkas")]
    public async Task Strangers_see_no_letters(string path) => Assert.NotEqual(HttpStatusCode.OK, (await server.Visitor().Open(path)).Status);

    [Fact]
    public async Task A_draft_without_programme_is_refused_at_its_field_and_keeps_what_was_typed()
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue);
        var form = (await (await server.As(Roles.Manager)).Open($"/petugas/kasus/{summary.Number}/surat")).Form("Ajukan");
        var page = await form.Set("Input.Programmes", " ").Set("Input.Purpose", "pengobatan").Press("Ajukan");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("program", StringComparison.Ordinal));
        Assert.Equal("pengobatan", page.Document.QuerySelector("[name='Input.Purpose']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_certified_signature_is_off_and_says_so()
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue);
        var form = (await (await server.As(Roles.Manager)).Open($"/petugas/kasus/{summary.Number}/surat")).Form("Ajukan");
        var page = await form.Set("Input.Way", "CertifiedTte").Press("Ajukan");
        Assert.Contains(page.Errors, e => e.Contains("belum aktif", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_person_needs_a_name_for_the_letter()
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue, name: null);
        var form = (await (await server.As(Roles.Manager)).Open($"/petugas/kasus/{summary.Number}/surat")).Form("Ajukan");
        Assert.NotEmpty((await form.Press("Ajukan")).Errors);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Set("Input.Name", "Laki-laki tanpa identitas").Press("Ajukan")).Status);
    }

    [Fact]
    public async Task Each_station_shows_its_button_to_its_role_alone()
    {
        var id = await server.Drafted(await server.CaseAt(CaseStep.LetterIssue));
        foreach (var (role, button) in new[] { (Roles.DivisionHead, "Paraf"), (Roles.Head, "Mengetahui"), (Roles.Manager, "Terbitkan surat") })
        {
            foreach (var other in new[] { Roles.DivisionHead, Roles.Head, Roles.Manager, Roles.Operator }.Where(r => r != role))
                Assert.DoesNotContain((await (await server.As(other)).Open($"/petugas/surat/{id}")).Document.QuerySelectorAll("button"), b => b.TextContent.Contains(button, StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.Redirect, (await server.Press(role, id, button)).Status);
        }
        Assert.Equal(LetterState.Issued, (await server.Letter(id)).State);
    }

    [Fact]
    public async Task A_returned_letter_goes_back_with_its_note_and_begins_the_chain_anew()
    {
        var id = await server.Drafted(await server.CaseAt(CaseStep.LetterIssue));
        var page = await (await server.As(Roles.DivisionHead)).Open($"/petugas/surat/{id}");
        Assert.NotEmpty((await page.Form("Kembalikan").Press("Kembalikan")).Errors);
        await (await (await server.As(Roles.DivisionHead)).Open($"/petugas/surat/{id}")).Form("Kembalikan").Set("Reason", "Nama program belum tepat").Press("Kembalikan");
        var letter = await server.Letter(id);
        Assert.Equal((LetterState.Draft, "Nama program belum tepat"), (letter.State, letter.Reason));

        var edit = (await (await server.As(Roles.Manager)).Open($"/petugas/surat/{id}/ubah")).Form("Simpan");
        await edit.Set("Input.Programmes", "Permakanan Lanjut Usia Telantar").Press("Simpan");
        await server.Press(Roles.Manager, id, "Ajukan");
        await server.Press(Roles.DivisionHead, id, "Paraf");
        Assert.Equal((2, Roles.Head), ((await server.Letter(id)).Round, (await server.Letter(id)).Turn));
    }

    [Fact]
    public async Task Who_checked_the_papers_of_the_case_takes_no_station_of_its_letter()
    {
        var summary = await server.CaseAt(CaseStep.Completeness);
        var checker = (await server.Member(Roles.DivisionHead)) with { Roles = new HashSet<string> { Roles.Operator } };
        await server.Act(summary.Id, CaseActKind.MarkComplete, checker);
        var id = await server.Drafted(await server.Move(summary.Id, CaseStep.LetterIssue));
        var page = await (await server.As(Roles.DivisionHead)).Open($"/petugas/surat/{id}");
        Assert.DoesNotContain(page.Document.QuerySelectorAll("button"), b => b.TextContent.Contains("Paraf", StringComparison.Ordinal));
        Assert.Contains("suratnya harus diputuskan orang lain", page.Text, StringComparison.Ordinal);
        var refusal = await server.Within(async s => (await s.GetRequiredService<Layar.Letters.Approval.ApproveLetterHandler>().Handle(new LetterId(Guid.Parse(id)), (await server.Letter(id)).Version,
            (await server.Member(Roles.DivisionHead, division: (await server.Letter(id)).Division)), CancellationToken.None)).Refusal);
        Assert.Equal("letters.refused.verified", refusal?.Code);
    }

    [Fact]
    public async Task Pressing_twice_issues_once()
    {
        var id = await server.Drafted(await server.CaseAt(CaseStep.LetterIssue));
        await server.Press(Roles.DivisionHead, id, "Paraf");
        await server.Press(Roles.Head, id, "Mengetahui");
        var page = await (await server.As(Roles.Manager)).Open($"/petugas/surat/{id}");
        var answers = await Task.WhenAll(page.Form("Terbitkan surat").Press("Terbitkan surat"), page.Form("Terbitkan surat").Press("Terbitkan surat"));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        var letter = await server.Letter(id);
        var acts = await server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().Where(a => a.Chain == letter.Id.Value && a.Kind == "LetterIssued").CountAsync());
        var moved = await server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().Where(a => a.Chain == letter.CaseId.Value && a.Kind == "IssueLetter").CountAsync());
        Assert.Equal((LetterState.Issued, 1, 1), (letter.State, acts, moved));
    }

    [Fact]
    public async Task Two_officers_on_one_letter_do_not_overwrite_each_other()
    {
        var id = await server.Drafted(await server.CaseAt(CaseStep.LetterIssue));
        var page = await (await server.As(Roles.DivisionHead)).Open($"/petugas/surat/{id}");
        await page.Form("Paraf").Press("Paraf");
        var late = await page.Form("Paraf").Press("Paraf");
        Assert.Contains(late.Errors, e => e.Contains("diubah orang lain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_shows_what_waits_and_signs_several_at_once()
    {
        var ids = new List<string>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var id = await server.Drafted(await server.CaseAt(CaseStep.LetterIssue));
            await server.Press(Roles.DivisionHead, id, "Paraf");
            await server.Press(Roles.Head, id, "Mengetahui");
            ids.Add(id);
        }
        var list = await (await server.As(Roles.Manager)).Open("/petugas/surat");
        var chosen = list.Document.QuerySelectorAll("input[name=Chosen]").Select(c => c.GetAttribute("value")!).Where(v => ids.Any(v.StartsWith)).ToArray();
        Assert.Equal(2, chosen.Length);
        await list.Form("Tanda tangani").Set("Chosen", chosen).Press("Tanda tangani");
        foreach (var id in ids) Assert.Equal(LetterState.Issued, (await server.Letter(id)).State);
        Assert.Equal(HttpStatusCode.OK, (await (await server.As(Roles.Auditor)).Open("/petugas/surat?tampilan=semua&status=Issued&jenis=Recommendation&tahun=2026")).Status);
    }

    [Fact]
    public async Task Letters_of_secret_cases_stay_out_of_the_list()
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue, secret: false);
        var id = await server.Drafted(summary);
        await server.Within(s => s.GetRequiredService<AppDb>().Set<Letter>().Where(l => l.Id == new LetterId(Guid.Parse(id))).ExecuteUpdateAsync(l => l.SetProperty(x => x.Secret, true)));
        Assert.DoesNotContain(summary.Number, (await (await server.As(Roles.DivisionHead)).Open("/petugas/surat?tampilan=semua")).Text);
        Assert.Contains(summary.Number, (await (await server.As(Roles.Manager)).Open("/petugas/surat?tampilan=semua")).Text);
    }

    [Fact]
    public async Task The_preview_has_its_own_policy_and_the_letter_is_sealed_at_rest()
    {
        var id = await server.Drafted(await server.CaseAt(CaseStep.LetterIssue));
        var preview = await (await server.As(Roles.Head)).Open($"/petugas/surat/{id}/pratinjau");
        Assert.Contains("KONSEP", preview.Text);
        Assert.Contains("sandbox", preview.Answer.Headers.GetValues("Content-Security-Policy").Single());
        var letter = await server.Letter(id);
        Assert.DoesNotContain(LettersServer.Nik, System.Text.Encoding.UTF8.GetString(letter.SealedDocument));
        var reads = await server.Within(s => s.GetRequiredService<AppDb>().Set<ReadEntry>().Where(r => r.Subject == letter.Id.Value).CountAsync());
        Assert.True(reads >= 1);
    }
}
