using System.Text.Json.Nodes;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Privacy.Tests;

/// <summary>The copy of one person's data with the whole trail of processing.</summary>
[Trait("Kind", "page"), Collection(PrivacyHouse.Name)]
public sealed class CopyTests(PrivacyServer server)
{
    private const string Nik = "6311025208520000";

    private async Task<(string Case, string Person)> Known(string name, string secrecy = "open")
    {
        var (_, number) = await server.Report(name, "0812 7777 8888", secrecy, "Nenek jatuh di dapur.", Nik);
        var file = await (await server.As(Roles.Manager)).Open($"/petugas/kasus/{number}");
        return (number, file.Document.QuerySelector("main a[href^='/petugas/warga/']")!.GetAttribute("href")!);
    }

    private static async Task<Page> Made(Visitor dpo, string person, string form = "Tampilkan salinan") =>
        await (await dpo.Open(person + "/salinan")).Form("Tampilkan salinan").Set("Asked", "Permintaan tertulis orangnya, 22 November 2026").Press(form);

    [Fact]
    public async Task The_copy_holds_what_is_known_and_who_opened_and_changed_it_but_not_who_reported()
    {
        var (number, person) = await Known("Aminah Salinan");
        await (await server.As(Roles.Operator)).Open($"/petugas/kasus/{number}");
        await (await (await server.As(Roles.Operator)).Open($"/petugas/kasus/{number}/periksa")).Form("Kelengkapan").Set("Documents[kk].State", "ada").Press("Simpan");
        var page = await Made(await server.As(Roles.DataProtection), person);
        Assert.Contains(Nik, page.Text);
        Assert.Contains("Nenek jatuh di dapur.", page.Text);
        Assert.Contains("Berkas diperiksa", page.Text);
        Assert.Contains("Operator", page.Document.QuerySelectorAll("table").Last().TextContent);
        foreach (var kept in (string[])["0812", "81277778888", "7777"]) Assert.DoesNotContain(kept, page.Document.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Every_reading_of_the_person_and_the_case_is_in_the_file()
    {
        var (number, person) = await Known("Aminah Jejak");
        for (var i = 0; i < 3; i++) await (await server.As(Roles.Supervisor)).Open($"/petugas/kasus/{number}");
        await (await server.As(Roles.Supervisor)).Open(person);
        var made = await Made(await server.As(Roles.DataProtection), person, "Unduh JSON");
        Assert.Equal("application/json", made.Answer.Content.Headers.ContentType!.MediaType);
        var copy = JsonNode.Parse(made.Text)!;
        var id = Guid.Parse(person.Split('/')[^1]);
        var expected = await server.Count("read_entry WHERE subject = {0} OR subject = (SELECT id FROM case_file WHERE number = {1})", id, number);
        Assert.Equal(expected, copy["readings"]!.AsArray().Count);
        var acts = await server.Count("act WHERE chain = {0} OR chain = (SELECT id FROM case_file WHERE number = {1})", id, number);
        Assert.Equal(acts, copy["acts"]!.AsArray().Count);
        Assert.Contains(copy["sections"]!.AsArray(), s => ((string)s!["title"]!).Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_stated_request_there_is_no_copy_and_with_one_it_is_written_down_first()
    {
        var (_, person) = await Known("Aminah Alasan");
        var id = Guid.Parse(person.Split('/')[^1]);
        var dpo = await server.As(Roles.DataProtection);
        var refused = await (await dpo.Open(person + "/salinan")).Form("Tampilkan salinan").Press("Unduh tabel");
        Assert.NotEmpty(refused.Errors);
        Assert.DoesNotContain(Nik, refused.Text);
        Assert.Equal(0, await server.Count("read_entry WHERE subject = {0} AND subject_kind = 'copy'", id));
        var table = await Made(dpo, person, "Unduh tabel");
        Assert.Contains("text/csv", table.Answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(1, await server.Count("read_entry WHERE subject = {0} AND subject_kind = 'copy' AND purpose LIKE 'Permintaan tertulis%'", id));
        Assert.Equal(1, await server.Count("act WHERE chain = {0} AND kind = 'PersonCopyGiven'", id));
    }

    [Fact]
    public async Task Of_an_anonymous_report_the_words_stay_out_and_a_secret_person_is_not_there_for_the_data_officer()
    {
        var (_, person) = await Known("Aminah Anonim", "anonymous");
        Assert.Contains("Isi tidak dimuat untuk melindungi pelapor", (await Made(await server.As(Roles.DataProtection), person)).Text);
        var opened = await server.Case(new WantedCase { Secret = true, Person = new() { Name = "Aminah Tertutup", Sex = "P" } });
        var hidden = (await (await server.As(Roles.Manager)).Open(opened.Path)).Document.QuerySelector("main a[href^='/petugas/warga/']")!.GetAttribute("href")!;
        Assert.Equal(404, (int)(await (await server.As(Roles.DataProtection)).Open(hidden + "/salinan")).Status);
        Assert.Equal(200, (int)(await (await server.As(Roles.Manager)).Open(hidden + "/salinan")).Status);
    }

    [Fact]
    public async Task The_papers_and_the_visit_and_the_letters_of_the_case_belong_to_the_copy()
    {
        var opened = await server.Case(new WantedCase { Service = "sandang", Person = new() { Name = "Aminah Berkas", Sex = "P" } });
        var desk = await server.As(Roles.Operator);
        await (await desk.Open(opened.Path + "/periksa")).Form("Kelengkapan").Set("Documents[kk].State", "ada").Press("Simpan");
        var person = (await desk.Open(opened.Path)).Document.QuerySelector("main a[href^='/petugas/warga/']")!.GetAttribute("href")!;
        var page = await Made(await server.As(Roles.DataProtection), person);
        Assert.Contains($"Dokumen kasus {opened.Number}", page.Text);
        Assert.Contains("Kartu Keluarga", page.Text);
        Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);
    }
}
