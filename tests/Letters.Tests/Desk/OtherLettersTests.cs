using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Letters.Tests.Desk;

[Trait("Kind", "page"), Collection(LettersCollection.Name)]
public sealed class OtherLettersTests(LettersServer server, Press press)
{
    [Fact]
    public async Task A_receipt_is_numbered_in_its_own_book_without_a_chain()
    {
        var summary = await server.CaseAt(CaseStep.Completeness);
        var page = await (await server.As(Roles.FrontOffice)).Open($"/petugas/kasus/{summary.Number}/tanda-terima");
        var form = page.Form("Buat tanda terima").Set("Attachments", "Fotokopi KTP\nFotokopi KK");
        await form.Press("Buat tanda terima");
        Assert.Equal(HttpStatusCode.Redirect, (await form.Press("Buat tanda terima")).Status);
        var letter = await server.Within(s => s.GetRequiredService<AppDb>().Set<Letter>().AsNoTracking().SingleAsync(l => l.CaseId == summary.Id));
        Assert.Equal((LetterState.Issued, "tanda-terima"), (letter.State, letter.Book));
        var text = Tool.Poppler("pdftotext", press.Save(await server.Pdf(letter)), "-");
        Assert.Contains(summary.Number, text);
        Assert.Contains("Fotokopi KK", text);
        Assert.Equal(CaseStep.Completeness, (await server.Case(summary.Id))!.Step);
    }

    [Fact]
    public async Task A_rejected_case_gets_its_letter_of_refusal_with_the_way_to_object()
    {
        var summary = await server.CaseAt(CaseStep.Rejected);
        var id = await server.Drafted(summary, f => f.Set("Input.Reasons", "Keluarga tidak terdaftar dalam DTSEN."));
        await server.Press(Roles.DivisionHead, id, "sudah benar");
        await server.Press(Roles.Manager, id, "Terbitkan surat");
        var letter = await server.Letter(id);
        Assert.Equal((LetterState.Issued, LetterKind.Refusal), (letter.State, letter.Kind));
        Assert.Contains("keberatan", Tool.Poppler("pdftotext", press.Save(await server.Pdf(letter)), "-"));
        Assert.Equal(CaseStep.Rejected, (await server.Case(summary.Id))!.Step);
    }

    [Fact]
    public async Task A_letter_to_somebody_keeps_its_nature_and_enclosures_from_the_form_to_the_paper()
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue);
        var form = (await (await server.As(Roles.Manager)).Open($"/petugas/kasus/{summary.Number}/surat")).Form("Ajukan");
        form.Set("Input.Addressee", "Ketua BAZNAS Kabupaten Balangan\ndi Paringin").Set("Input.Nature", "VeryUrgent").Set("Input.Enclosures", "100");
        Assert.Contains((await form.Press("Simpan konsep")).Errors, e => e.Contains("99", StringComparison.Ordinal));
        var id = (await form.Set("Input.Enclosures", "2").Press("Simpan konsep")).Location!.Split('/')[^1];
        var edit = await (await server.As(Roles.Manager)).Open($"/petugas/surat/{id}/ubah");
        Assert.Equal("VeryUrgent", edit.Document.QuerySelector("[name='Input.Nature'] [selected]")?.GetAttribute("value"));
        Assert.Equal("2", edit.Document.QuerySelector("[name='Input.Enclosures']")?.GetAttribute("value"));
        await edit.Form("Simpan").Press("Simpan");
        await server.Press(Roles.Manager, id, "Ajukan");
        await server.Press(Roles.DivisionHead, id, "Paraf");
        await server.Press(Roles.Head, id, "Mengetahui");
        await server.Press(Roles.Manager, id, "Terbitkan surat");
        var text = Tool.Poppler("pdftotext", "-layout", press.Save(await server.Pdf(await server.Letter(id))), "-");
        Assert.Matches(@"Sifat\s+: Sangat segera\s+Lampiran\s*: 2 \(dua\) berkas\s+Hal\s+: Rekomendasi ", text);
        Assert.DoesNotContain("SURAT REKOMENDASI", text);
    }

    [Fact]
    public async Task A_draft_of_an_earlier_template_is_written_in_the_newest_when_it_is_changed()
    {
        var id = await server.Drafted(await server.CaseAt(CaseStep.Rejected), f => f.Set("Input.Reasons", "Keluarga tidak terdaftar dalam DTSEN."));
        await server.Within(async s =>
        {
            var (db, vault) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<LetterVault>());
            var letter = await db.Set<Letter>().SingleAsync(l => l.Id == new LetterId(Guid.Parse(id)));
            letter.SealedDocument = vault.Seal(vault.Open(letter) with { TemplateVersion = 1 }, letter.Id);
            (letter.TemplateVersion, letter.State) = (1, LetterState.Draft);
            return await db.SaveChangesAsync();
        });
        var manager = await server.As(Roles.Manager);
        await (await manager.Open($"/petugas/surat/{id}/ubah")).Form("Simpan").Set("Input.Nature", "Urgent").Press("Simpan");
        var changed = await server.Letter(id);
        Assert.Equal((2, 2), (changed.TemplateVersion, await server.Within(s => Task.FromResult(s.GetRequiredService<LetterVault>().Open(changed).TemplateVersion))));
    }

    [Fact]
    public async Task An_assignment_is_initialled_by_the_kabid_and_signed_by_the_kadis()
    {
        var summary = await server.CaseAt(CaseStep.VisitPlanning);
        var id = await server.Drafted(summary, f => f.Set("Input.Assignees", "Syahrani; ; ; TKSK Halong"), "?jenis=Assignment");
        await server.Press(Roles.DivisionHead, id, "Paraf");
        await server.Press(Roles.Head, id, "Terbitkan surat");
        var letter = await server.Letter(id);
        Assert.Equal(LetterState.Issued, letter.State);
        Assert.StartsWith("000.1.2.3/", letter.NumberText);
        Assert.Contains("SURAT TUGAS", Tool.Poppler("pdftotext", press.Save(await server.Pdf(letter)), "-"));
    }

    [Fact]
    public async Task A_recommendation_ends_also_a_service_that_usually_ends_with_an_assignment()
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue, "perawatan-rumah");
        var id = await server.Drafted(summary, query: "?jenis=Recommendation");
        Assert.True((await server.Letter(id)).Concludes);
        var other = await server.Drafted(summary, f => f.Set("Input.Statement", "adalah benar warga Desa Tabuan."), "?jenis=Statement");
        Assert.False((await server.Letter(other)).Concludes);
    }

    [Fact]
    public async Task A_statement_needs_its_statement()
    {
        var summary = await server.CaseAt(CaseStep.VisitPlanning);
        var form = (await (await server.As(Roles.Manager)).Open($"/petugas/kasus/{summary.Number}/surat?jenis=Statement")).Form("Ajukan");
        Assert.NotEmpty((await form.Press("Ajukan")).Errors);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Set("Input.Statement", "adalah benar warga Desa Tabuan.").Press("Ajukan")).Status);
    }

    [Fact]
    public async Task A_letter_signed_by_pen_is_issued_by_its_scan()
    {
        var summary = await server.CaseAt(CaseStep.LetterIssue);
        var id = await server.Drafted(summary, f => f.Set("Input.Way", "Paper"));
        await server.Press(Roles.DivisionHead, id, "Paraf");
        await server.Press(Roles.Head, id, "Mengetahui");
        await server.Press(Roles.Manager, id, "Tanda tangani");
        var manager = await server.As(Roles.Manager);
        var print = await manager.Http.GetByteArrayAsync($"/petugas/surat/{id}/cetak");
        Assert.DoesNotContain("Ditandatangani secara elektronik", Tool.Poppler("pdftotext", press.Save(print), "-"));
        Assert.Equal(CaseStep.LetterIssue, (await server.Case(summary.Id))!.Step);

        var page = await manager.Open($"/petugas/surat/{id}");
        Assert.NotEmpty((await page.Form("Pindaian").Press("Terbitkan surat")).Errors);
        byte[] scan = [.. print, .. "% dipindai\n%%EOF\n"u8];
        await (await manager.Open($"/petugas/surat/{id}")).Form("Pindaian").Attach("Scan", "surat.pdf", "application/pdf", scan).Press("Terbitkan surat");
        var letter = await server.Letter(id);
        Assert.Equal(LetterState.Issued, letter.State);
        Assert.Equal(CaseStep.LetterReady, (await server.Case(summary.Id))!.Step);
        Assert.Equal(scan, await server.Pdf(letter));
    }

    [Fact]
    public async Task The_panel_lists_the_letters_of_a_case()
    {
        var letter = await server.Issued();
        var summary = (await server.Case(letter.CaseId))!;
        var panel = await server.Within(s => s.GetServices<ICasePanel>().OfType<CaseLetters.LettersPanel>().Single().For(summary, LettersServer.Someone(Roles.FrontOffice), CancellationToken.None));
        var content = Assert.IsType<CaseLetters.LettersPanelContent>(panel!.Model);
        Assert.Equal(letter.NumberText, content.Letters.Single().Number);
        Assert.True(content.MayHandOver);
    }

    [Fact]
    public async Task Migrations_and_model_agree()
    {
        await server.Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.Assembly == typeof(LettersModule).Assembly))
            {
                var columns = string.Join(", ", type.GetProperties().Select(p => p.GetColumnName()));
                var sql = "SELECT " + columns + " FROM " + type.GetTableName() + " WHERE 1 = 0";
                await db.Database.ExecuteSqlRawAsync(sql);
            }
            return 0;
        });
    }
}
