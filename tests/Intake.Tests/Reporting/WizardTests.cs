using System.Net;
using Layar.Testing;

namespace Layar.Intake.Tests.Reporting;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class WizardTests(IntakeServer server)
{
    [Fact]
    public async Task A_report_is_made_without_scripts_from_first_question_to_code()
    {
        using var visitor = server.Visitor();
        var check = await Wizard.ToCheck(visitor);
        Assert.Equal("Periksa laporan", check.Title);
        Assert.Contains("rumah kayu", check.Document.Body!.TextContent);
        var sent = await (await check.Form("Kirim laporan").Press("Kirim laporan")).Follow();
        Assert.Equal("Laporan diterima", sent.Title);
        Assert.Matches("BLG-[A-Z2-9]{4}-[A-Z2-9]{4}", sent.Text);
        Assert.Contains("/l/", sent.Text);
        Assert.NotNull(sent.Document.QuerySelector("svg.qr path"));
    }

    [Fact]
    public async Task Sending_twice_makes_one_report_and_shows_the_same_receipt()
    {
        using var visitor = server.Visitor();
        var check = await Wizard.ToCheck(visitor);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => check.Form("Kirim laporan").Press("Kirim laporan")));
        Assert.All(answers, a => Assert.Equal("/lapor/terkirim", a.Location));
        var first = (await visitor.Open("/lapor/terkirim")).Document.QuerySelector(".code")!.TextContent;
        await check.Form("Kirim laporan").Press("Kirim laporan");
        Assert.Equal(first, (await visitor.Open("/lapor/terkirim")).Document.QuerySelector(".code")!.TextContent);
    }

    [Theory]
    [InlineData("/lapor", "Pilih apakah orang ini dalam bahaya")]
    [InlineData("/lapor/untuk", "Pilih untuk siapa laporan ini")]
    [InlineData("/lapor/masalah", "Pilih apa yang terjadi")]
    [InlineData("/lapor/lokasi", "Pilih desa, pakai lokasi, atau tulis petunjuk tempatnya")]
    [InlineData("/lapor/cerita", "Ceritakan keadaannya, atau tambahkan foto atau suara")]
    [InlineData("/lapor/kontak", "Pilih cara kami menghubungi Anda")]
    public async Task An_empty_answer_says_what_to_do(string path, string words)
    {
        using var visitor = server.Visitor();
        await Wizard.Start(visitor).Next(f => f.Choose("Tidak"));
        if (path == "/lapor") await visitor.Open("/lapor");
        var page = await visitor.Open(path);
        var form = page.Form("Simpan dan lanjutkan");
        if (path == "/lapor") form.Set("Danger");
        var answer = await form.Press("Lanjut");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(words, answer.Document.QuerySelector(".errors")!.TextContent);
        Assert.Contains(words, answer.Document.QuerySelector(".field-error")!.TextContent);
        Assert.StartsWith("Galat: ", answer.Document.Title);
    }

    [Fact]
    public async Task A_wrong_number_stays_in_its_field()
    {
        using var visitor = server.Visitor();
        await Wizard.Start(visitor).Next(f => f.Choose("Tidak"));
        var page = await (await visitor.Open("/lapor/kontak")).Form("Simpan dan lanjutkan").Set("Channel", "phone").Set("Contact", "12ab").Press("Lanjut");
        Assert.Contains("Tulis nomor HP, misalnya 0812 3456 7890", page.Text);
        Assert.Equal("12ab", page.Document.QuerySelector("#Contact")!.GetAttribute("value"));
        Assert.True(page.Document.QuerySelector("input[value=phone]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Back_and_change_keep_the_answers()
    {
        using var visitor = server.Visitor();
        await Wizard.ToCheck(visitor);
        var story = await visitor.Open("/lapor/cerita?ubah=true");
        Assert.Equal("Nenek tinggal sendiri.", story.Document.QuerySelector("#Story")!.TextContent);
        var check = await (await story.Form("Simpan dan lanjutkan").Set("Story", "Sudah tiga hari sakit.").Press("Lanjut")).Follow();
        Assert.Equal("Periksa laporan", check.Title);
        Assert.Contains("Sudah tiga hari sakit.", check.Text);
        Assert.Contains("Nenek Contoh", check.Text);
    }

    [Fact]
    public async Task Danger_shows_numbers_to_call_and_goes_on()
    {
        using var visitor = server.Visitor();
        var page = await Wizard.Start(visitor).Next(f => f.Choose("Ya"));
        Assert.NotNull(page.Document.QuerySelector("a[href='tel:112']"));
        Assert.NotNull(page.Document.QuerySelector("a[href='/lapor/untuk']"));
    }

    [Fact]
    public async Task Violence_brings_the_quick_way_out_which_forgets_the_draft()
    {
        using var visitor = server.Visitor();
        await Wizard.Start(visitor).Next(f => f.Choose("Tidak")).Next(f => f.Choose("Diri sendiri")).Next(f => f.Choose("Kekerasan"));
        var page = await visitor.Open("/lapor/lokasi");
        Assert.Equal("/keluar-cepat", page.Document.QuerySelector("[data-quick-exit]")!.GetAttribute("href"));
        var contact = await visitor.Open("/lapor/kontak");
        Assert.True(contact.Document.QuerySelector("input[value=secret]")!.HasAttribute("checked"));
        Assert.Equal("/cuaca", (await visitor.Open("/keluar-cepat")).Location);
        Assert.Equal("/lapor", (await visitor.Open("/lapor/lokasi")).Location);
    }

    [Fact]
    public async Task A_service_is_explained_first_and_its_problem_is_not_asked_again()
    {
        using var visitor = server.Visitor();
        var start = await visitor.Open("/lapor/alat-bantu");
        Assert.Contains("Berkas yang disiapkan", start.Text);
        var danger = await (await start.Form("Mulai laporan").Press("Mulai laporan")).Follow();
        var whom = await (await danger.Form("Simpan dan lanjutkan").Choose("Tidak").Press("Lanjut")).Follow();
        var next = await whom.Form("Simpan dan lanjutkan").Choose("Tetangga").Press("Lanjut");
        Assert.Equal("/lapor/foto", next.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open("/lapor/tidak-ada")).Status);
    }

    [Fact]
    public async Task An_unfinished_report_names_what_is_missing()
    {
        using var visitor = server.Visitor();
        await Wizard.Start(visitor).Next(f => f.Choose("Tidak"));
        var page = await (await visitor.Open("/lapor/periksa")).Form("Kirim laporan").Press("Kirim laporan");
        var errors = page.Document.QuerySelector(".errors")!.TextContent;
        Assert.Contains("Pilih untuk siapa laporan ini", errors);
        Assert.Contains("Pilih desa", errors);
        Assert.All(page.Document.QuerySelectorAll(".errors a"), a => Assert.NotNull(page.Document.QuerySelector(a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Saved_for_later_it_waits_in_the_same_browser()
    {
        using var visitor = server.Visitor();
        await Wizard.Start(visitor).Next(f => f.Choose("Tidak"));
        var whom = await visitor.Open("/lapor/untuk");
        var home = await (await whom.Form("Simpan dan lanjutkan").Choose("Keluarga").Press("Simpan dan lanjutkan nanti")).Follow();
        Assert.Contains("48 jam", home.Text);
        Assert.Contains("Ada laporan yang belum dikirim", (await visitor.Open("/lapor")).Text);
        Assert.True((await visitor.Open("/lapor/untuk")).Document.QuerySelector("input[value=family]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task The_last_page_can_wait_as_well_and_nothing_is_sent()
    {
        using var visitor = server.Visitor();
        var home = await (await (await Wizard.ToCheck(visitor)).Form("Kirim laporan").Press("Simpan dan lanjutkan nanti")).Follow();
        Assert.Contains("48 jam", home.Text);
        Assert.Equal("Periksa laporan", (await visitor.Open("/lapor/periksa")).Title);
    }

    [Fact]
    public async Task A_position_is_forgotten_by_its_button_and_the_rest_stays()
    {
        using var visitor = server.Visitor();
        await Wizard.Start(visitor).Next(f => f.Choose("Tidak"));
        await (await visitor.Open("/lapor/lokasi")).Form("Simpan dan lanjutkan").Set("Lat", "-2.33").Set("Lon", "115.5").Set("Accuracy", "12").Set("Landmark", "rumah kayu").Press("Lanjut");
        var page = await (await (await visitor.Open("/lapor/lokasi")).Form("Hapus lokasi").Press("Hapus lokasi")).Follow();
        Assert.Empty(page.Errors);
        Assert.DoesNotContain("Hapus lokasi", page.Text);
        Assert.DoesNotContain("115.5", page.Text);
        Assert.Contains("rumah kayu", page.Text);
    }
}
