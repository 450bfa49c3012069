using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Layar.Testing;
using Layar.Testing.Invented;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Letters.Tests.Desk;

/// <summary>What the register says of somebody, as a letter: within the ceiling of its purpose, and only of the release in force.</summary>
[Trait("Kind", "page"), Collection(LettersCollection.Name)]
public sealed class RegistryStatementTests(LettersServer server, Press press)
{
    [Fact]
    public async Task Within_the_ceiling_the_letter_names_release_day_and_decile_and_goes_through_chain_book_and_seal()
    {
        await server.Verval(8, first: 5000);
        var summary = await server.CaseAt(CaseStep.VisitPlanning, nik: InventedRelease.Nik(5000));
        var id = await Made(summary, "Decile", "pip");
        await server.Press(Roles.Operator, id, "Ajukan");
        await server.Press(Roles.DivisionHead, id, "Paraf");
        await server.Press(Roles.Head, id, "Mengetahui");
        await server.Press(Roles.Manager, id, "Terbitkan surat");
        var letter = await server.Letter(id);
        Assert.Equal((LetterState.Issued, "keterangan"), (letter.State, letter.Book));
        var text = Tool.Poppler("pdftotext", press.Save(await server.Pdf(letter)), "-").ReplaceLineEndings(" ");
        Assert.Contains("30 September 2026", text);
        Assert.Contains("Desil kesejahteraan nasional: 1", text);
        Assert.Contains("paling tinggi desil 4", text);
        Assert.Contains("Program Indonesia Pintar", text);
    }

    [Fact]
    public async Task Above_the_ceiling_or_outside_the_release_there_is_no_letter_and_the_text_says_how_to_go_on()
    {
        await server.Verval(8, first: 5100);
        var above = await server.CaseAt(CaseStep.VisitPlanning, nik: InventedRelease.Nik(5112));
        Assert.Contains("Desil 7 menurut", await Refused(above, "Decile", "pip"));
        Assert.Contains("usulkan perbaikan data", await Refused(above, "Registered", "keringanan-rs"));
        Assert.Contains("Pilih keterangan tercatat", await Refused(above, "NotRegistered", "umum"));
        var missing = await server.CaseAt(CaseStep.VisitPlanning, nik: InventedRelease.Nik(5190));
        Assert.Contains("tidak tercatat dalam daftar desa per 30 September 2026", await Refused(missing, "Registered", "umum"));
        Assert.Contains("Usulkan lewat desa", await Refused(missing, "NotRegistered", "pbi-jk"));
        Assert.Contains("NIK orang ini belum diketahui", await Refused(await server.CaseAt(CaseStep.VisitPlanning, nik: null), "Registered", "umum"));
        Assert.NotNull(await Made(missing, "NotRegistered", "umum"));
    }

    [Fact]
    public async Task The_words_are_not_rewritten_and_a_release_taken_back_is_not_signed()
    {
        var verval = await server.Verval(1, first: 5200);
        var summary = await server.CaseAt(CaseStep.VisitPlanning, nik: InventedRelease.Nik(5201));
        var id = await Made(summary, "Registered", "umum");
        var desk = await server.As(Roles.Operator);
        var edit = await (await desk.Open($"/petugas/surat/{id}/ubah")).Form("Simpan").Set("Input.Statement", "desil 1").Press("Simpan");
        Assert.Contains("berasal dari registri", string.Join(' ', edit.Errors));
        await server.Press(Roles.Operator, id, "Ajukan");
        await server.Press(Roles.DivisionHead, id, "Paraf");
        await server.Press(Roles.Head, id, "Mengetahui");
        await server.TakeBack(verval);
        var refused = await server.Press(Roles.Manager, id, "Terbitkan surat");
        Assert.Contains("sudah ditarik kembali", refused.Status == HttpStatusCode.Redirect ? (await refused.Follow()).Text : refused.Text);
        Assert.Equal(LetterState.InApproval, (await server.Letter(id)).State);
    }

    [Fact]
    public async Task A_signature_waits_for_who_is_just_taking_the_release_back()
    {
        var verval = await server.Verval(1, first: 5300);
        var id = await Made(await server.CaseAt(CaseStep.VisitPlanning, nik: InventedRelease.Nik(5301)), "Registered", "umum");
        await server.Press(Roles.Operator, id, "Ajukan");
        await server.Press(Roles.DivisionHead, id, "Paraf");
        await server.Press(Roles.Head, id, "Mengetahui");
        var manager = await server.As(Roles.Manager);
        var form = (await manager.Open($"/petugas/surat/{id}")).Form("Terbitkan surat");
        Task<Page>? signing = null;
        await server.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            return await services.GetRequiredService<Change>().Run(async () =>
            {
                await db.TakeTurn("people.registry.commit", CancellationToken.None);
                await db.TakeBack(verval);
                signing = Task.Run(() => form.Press("Terbitkan surat"));
                await Task.WhenAny(signing, Task.Delay(700));
                return Kernel.Outcomes.Outcome.Success;
            }, CancellationToken.None);
        });
        await signing!;
        Assert.Equal(LetterState.InApproval, (await server.Letter(id)).State);
    }

    private async Task<string> Made(CaseSummary summary, string content, string purpose)
    {
        var answer = await Press(summary, content, purpose);
        Assert.True(answer.Status == HttpStatusCode.Redirect, string.Join("; ", answer.Errors));
        return answer.Location!.Split('/')[^1];
    }

    private async Task<string> Refused(CaseSummary summary, string content, string purpose) => string.Join(' ', (await Press(summary, content, purpose)).Errors);

    private async Task<Page> Press(CaseSummary summary, string content, string purpose) =>
        await (await (await server.As(Roles.Operator)).Open($"/petugas/kasus/{summary.Number}/surat-registri")).Form("Siapkan surat").Set("Says", content).Set("Purpose", purpose).Press("Siapkan surat");
}
