using System.Net;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Unidentified;

[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class StrangerTests(PeopleServer server)
{
    private static readonly byte[] Photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private async Task<PersonId> Stranger()
    {
        var form = (await (await server.As(Roles.Operator)).Open("/petugas/warga/baru?belum-dikenal=true")).Form("Simpan");
        return (await form.Set("Input.EstimatedAge", "55").Set("Input.Sex", "L").Set("Input.Marks", "Tato jangkar di lengan kiri").Set("Input.Clothes", "Kemeja biru")
            .Set("Input.FoundPlace", "Terminal Paringin").Set("Input.Area", "63.11.02.2004").Press("Simpan")).PersonOf();
    }

    [Fact]
    public async Task Somebody_without_name_and_number_is_a_full_person()
    {
        var id = await Stranger();
        var page = await (await server.As(Roles.Operator)).Open(id.Path());
        Assert.Equal($"Belum dikenal {PersonWords.Code(id)}", page.Title);
        foreach (var words in new[] { "± 55 tahun", "Tato jangkar", "Kemeja biru", "Terminal Paringin", "Perkiraan petugas" }) Assert.Contains(words, page.Words());
        Assert.Contains(PersonWords.Code(id), (await (await server.As(Roles.Operator)).Open("/petugas/warga?tampilan=belum-dikenal")).Words());
    }

    [Fact]
    public async Task A_NIK_that_comes_later_loses_no_history()
    {
        var id = await Stranger();
        await (await (await server.As(Roles.Operator)).Open(id.Path() + "/data")).Form("Simpan").Set("Input.Source", "dukcapil").Set("Input.Name", "Slamet Contoh").Set("Input.Nik", "6311011203710000").Press("Simpan");
        var page = await (await server.As(Roles.Operator)).Open(id.Path());
        Assert.Equal("Slamet Contoh", page.Title);
        foreach (var words in new[] { "Tato jangkar", "Terminal Paringin", "6311••••••••0000" }) Assert.Contains(words, page.Words());
        Assert.False((await server.Row(id)).Unidentified);
        Assert.Equal(["PersonAdded", "PersonCorrected"], (await server.ActsOf(id)).Select(a => a.Kind));
        Assert.Equal(1, await server.Within(s => s.GetRequiredService<AppDb>().Set<PersonFact>().CountAsync(f => f.PersonId == id && f.Field == "marks")));
    }

    [Fact]
    public async Task Photos_are_for_few_eyes_and_each_look_is_written_down()
    {
        var id = await Stranger();
        var desk = await server.As(Roles.Operator);
        var answer = await (await desk.Open(id.Path() + "/foto")).Form("Unggah foto").Attach("Photo", "orang.png", "image/png", Photo).Press("Unggah foto");
        var picture = (await answer.Follow()).Document.QuerySelector("img[src*='/foto/']")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await desk.Http.GetAsync(picture)).StatusCode);
        Assert.Single(await server.Reads(Guid.Parse(picture.Split('/')[^1]), "photo"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.As(Roles.FrontOffice)).Http.GetAsync(picture)).StatusCode);
        Assert.Null((await (await server.As(Roles.FrontOffice)).Open(id.Path())).Document.QuerySelector("a[href$='/foto']"));
        var other = await server.Person(new() { Name = "Bukan Dia", Sex = "L" });
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync($"{other.Path()}/foto/{picture.Split('/')[^1]}")).StatusCode);
    }

    [Fact]
    public async Task A_text_file_is_no_photo()
    {
        var id = await Stranger();
        var page = await (await (await server.As(Roles.Operator)).Open(id.Path() + "/foto")).Form("Unggah foto").Attach("Photo", "orang.png", "image/png", "bukan foto"u8.ToArray()).Press("Unggah foto");
        Assert.NotEmpty(page.Errors);
    }

    [Fact]
    public async Task Who_may_be_on_record_already_is_shown_before_a_second_entry()
    {
        var known = await server.Person(new() { Name = "Hairiyah Mandiangin", Sex = "P", BirthDate = new(1949, 7, 7), Area = "63.11.02.2004" });
        var form = (await (await server.As(Roles.Operator)).Open("/petugas/warga/baru")).Form("Simpan").Set("Input.Source", "orangnya").Set("Input.Name", "Hairijah Mandiangin").Set("Input.BirthDate", "1949-07-07").Set("Input.Sex", "P").Set("Input.Area", "63.11.02.2004");
        var page = await form.Press("Simpan");
        Assert.Contains("Mungkin sudah tercatat", page.Words());
        Assert.NotNull(page.Document.QuerySelector($"a[href='{known.Path()}']"));
        Assert.Equal(HttpStatusCode.Found, (await page.Form("Tetap catat").Press("Tetap catat")).Status);
    }

    [Fact]
    public async Task An_ordinary_person_needs_a_name_a_nickname_or_a_number()
    {
        var page = await (await (await server.As(Roles.Operator)).Open("/petugas/warga/baru")).Form("Simpan").Set("Input.Source", "orangnya").Set("Input.Sex", "L").Press("Simpan");
        Assert.Contains("belum dikenal", string.Join(" ", page.Errors));
    }
}
