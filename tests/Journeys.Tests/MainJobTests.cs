using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests;

/// <summary>From the telephone of a neighbour to a letter in somebody's hands, through every desk of the house.</summary>
[Trait("Kind", "journey"), Collection(Desks.Name)]
public sealed class MainJobTests(JourneyHouse house)
{
    [Fact]
    public async Task A_report_becomes_a_letter_and_the_reporter_sees_all_seven_steps()
    {
        await using var citizen = await house.Citizen();
        var noted = await citizen.Reports();

        await Completes(noted);
        await Decides(noted);
        var (verify, pdf) = await Issues(noted);
        await HandsOver(noted);

        await citizen.Tracks(noted);
        Assert.Equal(7, await citizen.Page.Locator(".steps .step-done").CountAsync());
        await Verifies(citizen, verify, pdf);
        await Judges(citizen, noted);
        house.NobodyComplained();
    }

    private async Task Completes(Noted noted)
    {
        await using var desk = await house.Officer(Roles.Operator);
        await desk.Go("/petugas/antrean");
        await desk.OpenRow(noted.Code);
        await desk.Sees(Reporting.Story);
        await desk.Follow("Lengkap");
        await desk.Page.Locator("#dok-foto-rumah").GetByText("Ada", new() { Exact = true }).ClickAsync();
        await desk.Press("Simpan");
        await desk.Sees("Tersimpan");
        await desk.Press("Lengkap");
        await desk.Sees("Kasus lengkap");

        await using var supervisor = await house.Officer(Roles.Supervisor);
        await supervisor.Visits(noted.Code);
        await supervisor.Sees("Hasil kunjungan tersimpan");
    }

    private async Task Decides(Noted noted)
    {
        await using var manager = await house.Officer(Roles.Manager);
        await manager.Go(noted.CasePath);
        await manager.Press("Setujui");

        await using var head = await house.Officer(Roles.Head);
        await head.Go(noted.CasePath);
        await head.Press("Mengetahui");

        await manager.Go(noted.CasePath);
        await manager.Follow("Teruskan");
        await manager.Choose("Bidang Pemberdayaan dan Rehabilitasi Sosial");
        await manager.Press("Teruskan");

        await using var division = await house.Officer(Roles.DivisionHead);
        await division.Go(noted.CasePath);
        await division.Follow("Tetapkan program");
        await division.Page.Locator("select").SelectOptionAsync("permakanan");
        await division.Press("Tetapkan program");
        await division.Sees("Periksa sebelum menetapkan");
        await division.Page.Locator("#Input_Words").FillAsync("Tetangga sudah tidak sanggup memasak untuknya");
        await division.Press("Tetapkan program");
        await division.Sees("Surat disiapkan");
    }

    /// <returns>where the letter can be verified, and the letter</returns>
    private async Task<(string Verify, byte[] Pdf)> Issues(Noted noted)
    {
        await using var manager = await house.Officer(Roles.Manager);
        await manager.Go(noted.CasePath);
        await manager.Follow("Siapkan surat");
        await manager.Follow("Surat rekomendasi");
        await manager.Press("Ajukan persetujuan");
        await manager.Sees("Surat diajukan");
        var letter = manager.Path;
        foreach (var (role, act) in new[] { (Roles.DivisionHead, "Paraf"), (Roles.Head, "Mengetahui") })
        {
            await using var station = await house.Officer(role);
            await station.Go(letter);
            await station.Press(act);
            await station.Sees("Tersimpan");
        }
        await manager.Go(letter);
        await manager.Press("Terbitkan surat");
        await manager.Sees("Surat terbit");
        var verify = await manager.Page.Locator("a[href^='/v/']").GetAttributeAsync("href");
        await manager.Go(noted.CasePath);
        await manager.Sees("Surat siap");
        await manager.Go(letter);
        return (verify!, await Downloads(manager));
    }

    private static async Task<byte[]> Downloads(Person officer)
    {
        var file = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.GetByRole(AriaRole.Link, new() { Name = "Unduh PDF" }).ClickAsync());
        Assert.EndsWith(".pdf", file.SuggestedFilename, StringComparison.Ordinal);
        await using var stream = await file.CreateReadStreamAsync();
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    private async Task HandsOver(Noted noted)
    {
        await using var counter = await house.Officer(Roles.FrontOffice);
        await counter.Go(noted.CasePath);
        await counter.Leave(counter.Page.Locator(".page-head").GetByRole(AriaRole.Link, new() { Name = "Tandai diserahkan" }));
        await counter.Fill("Nama penerima", "Tetangga Contoh");
        await counter.Choose("Orang lain");
        await counter.Choose("PIN laporan");
        await counter.Page.GetByLabel("Alasan tanpa tanda tangan dan foto").SelectOptionAsync("CannotSign");
        await counter.Press("Tandai diserahkan");
        await counter.Sees("Surat sudah diserahkan");
    }

    private static async Task Verifies(Person citizen, string verify, byte[] pdf)
    {
        await citizen.Go(verify);
        await citizen.Sees("Surat ini asli dan berlaku");
        await citizen.DoesNotSee("Nenek Contoh");
        await citizen.Go("/v");
        await citizen.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "surat.pdf", MimeType = "application/pdf", Buffer = pdf });
        await citizen.Press("Periksa berkas");
        await citizen.Sees("Surat ini asli dan berlaku");
        var changed = (byte[])pdf.Clone();
        changed[changed.Length / 2] ^= 1;
        await citizen.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "surat.pdf", MimeType = "application/pdf", Buffer = changed });
        await citizen.Press("Periksa berkas");
        await citizen.Sees("Surat ini palsu atau sudah diubah");
        await citizen.DoesNotSee("Surat ini asli dan berlaku");
    }

    private async Task Judges(Person citizen, Noted noted)
    {
        await house.SurveyIsReady(noted);
        await citizen.Tracks(noted);
        await citizen.Follow("Isi survei");
        foreach (var question in await citizen.Page.Locator("fieldset:has(.choices-faces)").AllAsync())
            await question.GetByText("Sangat baik", new() { Exact = true }).ClickAsync();
        await citizen.Press("Kirim jawaban");
        await citizen.Sees("Terima kasih");
        await citizen.Tracks(noted);
        Assert.Equal(0, await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Isi survei" }).CountAsync());
    }
}
