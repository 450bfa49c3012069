using System.Net;
using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Letters.Checking;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Letters.Tests.Desk;

[Trait("Kind", "page"), Collection(LettersCollection.Name)]
public sealed class VerifyTests(LettersServer server, Press press)
{
    [Fact]
    public async Task An_issued_file_is_valid_and_any_changed_byte_is_never_valid()
    {
        var letter = await server.Issued();
        var pdf = await server.Pdf(letter);
        Assert.Equal(Verdict.Valid, await Judge(pdf));
        var random = new Random(64);
        foreach (var _ in Enumerable.Range(0, 1000))
        {
            var changed = (byte[])pdf.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Contains(await Judge(changed), new[] { Verdict.Forged, Verdict.Unknown });
        }
        pdf[pdf.Length / 2] ^= 1;
        Assert.Equal(Verdict.Forged, await Judge(pdf));
        Assert.Equal(Verdict.Forged, await Judge([.. await server.Pdf(letter), .. "\n%%EOF\n"u8]));
    }

    [Fact]
    public async Task A_file_dropped_on_the_page_is_compared()
    {
        var letter = await server.Issued();
        var pdf = await server.Pdf(letter);
        Assert.Contains("asli dan berlaku", (await Drop(pdf)).Text);
        pdf[^200] ^= 4;
        var forged = await Drop(pdf);
        Assert.Contains("palsu atau sudah diubah", forged.Text);
        Assert.Contains("tidak dikenal", (await Drop("%PDF-1.7\n1 0 obj\n%%EOF"u8.ToArray())).Text);
        Assert.NotEmpty((await (await server.Visitor().Open("/v")).Form("Periksa berkas").Press("Periksa berkas")).Errors);
        Assert.Equal(["Ini bukan berkas PDF. Pilih berkas PDF suratnya, bukan fotonya"], (await Drop("surat saya"u8.ToArray())).Errors);
        Assert.Equal(["Berkas paling besar 10 MB"], (await Drop(new byte[11 * 1024 * 1024])).Errors);
    }

    [Fact]
    public async Task A_typed_code_leads_to_its_letter_and_a_wrong_one_says_so()
    {
        Assert.Equal("/v/R7K2-PM4D", (await server.Visitor().Open("/v?kode=r7k2pm4d")).Location);
        Assert.NotEmpty((await server.Visitor().Open("/v?kode=salah")).Errors);
    }

    [Fact]
    public async Task An_unknown_code_says_so_without_empty_lines_and_not_faster()
    {
        var letter = await server.Issued();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var unknown = await server.Visitor().Open("/v/AAAA-AAAA");
        Assert.True(watch.Elapsed >= CheckLimit.Floor - TimeSpan.FromMilliseconds(20));
        var known = await server.Visitor().Open($"/v/{letter.Code}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.NotEmpty(known.Document.QuerySelectorAll("dt"));
        Assert.Empty(unknown.Document.QuerySelectorAll("dt"));
        Assert.Contains("tidak dikenal", unknown.Text);
        Assert.Equal("Periksa keaslian surat", (await server.Visitor().Open("/v/xx")).Title);
    }

    [Fact]
    public async Task A_draft_and_a_signed_letter_that_is_not_out_are_unknown()
    {
        var id = await server.Drafted(await server.CaseAt(CaseStep.LetterIssue), f => f.Set("Input.Way", "Paper"));
        await server.Press(Roles.DivisionHead, id, "Paraf");
        await server.Press(Roles.Head, id, "Mengetahui");
        await server.Press(Roles.Manager, id, "Tanda tangani");
        var letter = await server.Letter(id);
        Assert.Equal(LetterState.Signed, letter.State);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Visitor().Open($"/v/{letter.Code}")).Status);
    }

    [Fact]
    public async Task A_revoked_letter_says_so_on_page_and_file()
    {
        var letter = await server.Issued();
        var pdf = await server.Pdf(letter);
        var page = await (await server.As(Roles.Manager)).Open($"/petugas/surat/{letter.Id.Value}");
        await page.Form("Cabut").Set("Reason", "Data keliru").Press("Cabut surat");
        Assert.Equal(LetterState.Revoked, (await server.Letter(letter.Id.Value.ToString())).State);
        Assert.Equal(Verdict.Revoked, await Judge(pdf));
        Assert.Contains("sudah dicabut", (await server.Visitor().Open($"/v/{letter.Code}")).Text);
    }

    [Fact]
    public async Task A_case_whose_letter_is_revoked_before_it_was_handed_over_waits_for_another_one()
    {
        var letter = await server.Issued();
        Assert.Equal(CaseStep.LetterReady, await Step(letter));
        var page = await (await server.As(Roles.Manager)).Open($"/petugas/surat/{letter.Id.Value}");
        await page.Form("Cabut").Set("Reason", "Data keliru").Press("Cabut surat");
        Assert.Equal(CaseStep.LetterIssue, await Step(letter));
        var acts = await server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().Where(a => a.Chain == letter.CaseId.Value && a.Kind == "RevokeLetter").Select(a => a.Reason).ToListAsync());
        Assert.Equal(["Data keliru"], acts);
    }

    private Task<CaseStep> Step(Letter letter) => server.Within(async s => (await s.GetRequiredService<ICases>().Find(letter.CaseId, CancellationToken.None))!.Step);

    [Fact]
    public async Task A_replaced_letter_points_to_its_successor()
    {
        var old = await server.Issued();
        var pdf = await server.Pdf(old);
        var page = await (await server.As(Roles.Manager)).Open($"/petugas/surat/{old.Id.Value}");
        var to = await page.Form("pengganti").Set("Reason", "Alamat berubah").Press("Buat surat pengganti");
        var id = to.Location!.Split('/')[^2];
        await server.Press(Roles.Manager, id, "Ajukan");
        await server.Press(Roles.DivisionHead, id, "Paraf");
        await server.Press(Roles.Head, id, "Mengetahui");
        Assert.Equal(Verdict.Valid, await Judge(pdf));
        await server.Press(Roles.Manager, id, "Terbitkan surat");
        var fresh = await server.Letter(id);
        Assert.Equal(LetterState.Issued, fresh.State);
        Assert.Equal(Verdict.Superseded, await Judge(pdf));
        Assert.Contains($"/v/{fresh.Code}", (await server.Visitor().Open($"/v/{old.Code}")).Text);
    }

    [Fact]
    public async Task Two_who_replace_a_letter_at_one_moment_make_one_successor()
    {
        var old = await server.Issued();
        var page = await (await server.As(Roles.Manager)).Open($"/petugas/surat/{old.Id.Value}");
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.Form("pengganti").Set("Reason", "Alamat berubah").Press("Buat surat pengganti")));
        Assert.Single(pages, p => p.Location?.StartsWith("/petugas/surat/", StringComparison.Ordinal) == true && !p.Location.Contains(old.Id.Value.ToString(), StringComparison.Ordinal));
        Assert.Equal(1, await server.Within(s => s.GetRequiredService<AppDb>().Set<Letter>().CountAsync(l => l.Supersedes == old.Id)));
    }

    [Fact]
    public async Task The_file_of_a_letter_carries_its_whole_number()
    {
        var letter = await server.Issued();
        var answer = await (await server.As(Roles.Manager)).Http.GetAsync($"/petugas/surat/{letter.Id.Value}/berkas");
        Assert.Equal(letter.NumberText!.Replace('/', '-').Replace('.', '-') + ".pdf", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Fact]
    public async Task A_letter_past_its_last_day_is_expired()
    {
        var letter = await server.Issued();
        await server.Within(s => s.GetRequiredService<AppDb>().Set<Letter>().Where(l => l.Id == letter.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.ValidUntil, new DateOnly(2020, 1, 1))));
        Assert.Contains("masa berlakunya sudah lewat", (await server.Visitor().Open($"/v/{letter.Code}")).Text);
    }

    [Fact]
    public async Task The_public_keys_verify_the_qr_mark_of_a_letter()
    {
        var letter = await server.Issued();
        using var keys = JsonDocument.Parse(await server.Visitor().Http.GetStringAsync("/.well-known/layar-keys.json"));
        Assert.Equal("P-256", keys.RootElement.GetProperty("keys")[0].GetProperty("crv").GetString());
        var page = await server.Visitor().Open($"/v/{letter.Code}");
        Assert.Contains("kty", page.Document.QuerySelector("letter-check")!.GetAttribute("data-jwk"));
        Assert.Contains("verify-offline.js", page.Text);
    }

    [Fact]
    public async Task The_verb_answers_with_word_and_exit_code()
    {
        var letter = await server.Issued();
        var pdf = await server.Pdf(letter);
        Assert.Equal((0, "valid"), await Verb(pdf));
        pdf[300] ^= 1;
        Assert.Equal((1, "forged"), await Verb(pdf));
        Assert.Equal((1, "unknown"), await Verb("%PDF-1.4 %%EOF"u8.ToArray()));
    }

    [Fact]
    public async Task Checks_are_logged_without_personal_data()
    {
        var letter = await server.Issued();
        await server.Visitor().Open($"/v/{letter.Code}");
        var check = await server.Within(s => s.GetRequiredService<AppDb>().Set<LetterCheck>().AsNoTracking().Where(c => c.Code == letter.Code).FirstAsync());
        Assert.Equal(("Valid", "code"), (check.Result, check.Way));
    }

    private async Task<(int, string)> Verb(byte[] pdf)
    {
        using var output = new StringWriter();
        var file = press.Save(pdf);
        var code = await server.Within(s => LettersModule.VerifyFile(s, file, output, CancellationToken.None));
        return (code, output.ToString().Split('\n')[0].Trim());
    }

    private Task<Verdict> Judge(byte[] pdf) => server.Within(async s => (await s.GetRequiredService<LetterVerifier>().ByFile(pdf, CancellationToken.None)).Verdict);

    private async Task<Page> Drop(byte[] pdf) => await (await server.Visitor().Open("/v")).Form("Periksa berkas").Attach("Letter", "surat.pdf", "application/pdf", pdf).Press("Periksa berkas");
}
