using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Facts;

[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class CorrectFactsTests(PeopleServer server)
{
    private async Task<Page> Save(PersonId id, string source, params (string Name, string Value)[] fields)
    {
        var form = (await (await server.As(Roles.Operator)).Open(id.Path() + "/data")).Form("Simpan").Set("Input.Source", source);
        foreach (var (name, value) in fields) form.Set("Input." + name, value);
        return await form.Press("Simpan");
    }

    private Task<List<PersonFact>> Facts(PersonId id, string field) => server.Within(s =>
        s.GetRequiredService<AppDb>().Set<PersonFact>().AsNoTracking().Where(f => f.PersonId == id && f.Field == field).OrderBy(f => f.RecordedAt).ToListAsync());

    [Fact]
    public async Task A_trusted_source_replaces_the_name_and_the_reported_one_stays_in_the_history()
    {
        var id = await server.Person(new() { Name = "Nenek Contoh", Sex = "P" });
        var answer = await Save(id, "dokumen", ("Name", "Aminah Contoh"), ("Checked", "true"));
        Assert.Equal(id.Path(), answer.Location);
        Assert.Equal("Aminah Contoh", (await server.Card(id)).Name);
        var facts = await Facts(id, "name");
        Assert.Equal([("Nenek Contoh", "laporan"), ("Aminah Contoh", "dokumen")], facts.Select(f => (f.Value!, f.Source)));
        var page = await answer.Follow();
        Assert.Contains($"KTP, KK atau akta, {Layar.Kernel.Time.Wita.ShortDate(facts[1].AsOf)} · diperiksa {facts[1].CheckedBy}", page.Words());
        Assert.DoesNotContain("Aminah", (await server.ActsOf(id))[^1].After);
    }

    [Fact]
    public async Task What_the_family_says_does_not_replace_what_the_paper_says()
    {
        var id = await server.Person(new() { Name = "Siti Contoh", Sex = "P" });
        await Save(id, "dokumen", ("BirthDate", "1960-05-01"));
        var answer = await (await Save(id, "keluarga", ("BirthDate", "1961-05-01"))).Follow();
        Assert.Equal(new DateOnly(1960, 5, 1), (await server.Card(id)).BirthDate);
        Assert.Contains("tetap sumber yang lebih dipercaya", answer.Text);
        Assert.Contains("1 catatan lain", answer.Words());
    }

    [Fact]
    public async Task A_home_visit_moves_the_person_though_the_card_says_otherwise()
    {
        var id = await server.Person(new() { Name = "Rahmah Contoh", Sex = "P", Area = "63.11.02.2004" });
        await Save(id, "dokumen", ("Address", "Jalan Lama 1"));
        await Save(id, "kunjungan", ("Address", "Jalan Baru 2"));
        Assert.Equal("Jalan Baru 2", (await server.Card(id)).Address);
    }

    [Fact]
    public async Task An_odd_NIK_is_kept_with_a_warning()
    {
        var id = await server.Person(new() { Name = "Udin Contoh", Sex = "L", BirthDate = new(1980, 1, 2) });
        var page = await (await Save(id, "dokumen", ("Nik", "9911 0252 0852 0003"))).Follow();
        Assert.Equal("9911025208520003", (await server.Card(id)).Nik);
        Assert.Contains("Tanggal lahir berbeda dari NIK", page.Words());
        Assert.Contains("Jenis kelamin berbeda dari NIK", page.Words());
        Assert.Contains("Kode provinsi", page.Words());
        Assert.DoesNotContain("9911025208520003", page.Text);
    }

    [Theory, InlineData("12345", "16 angka"), InlineData("0000000000000000", "bukan nomor sungguhan"), InlineData("63110252A8520003", "hanya berisi angka")]
    public async Task What_is_no_NIK_is_refused_at_its_field_and_kept_as_typed(string typed, string says)
    {
        var id = await server.Person(new() { Name = "Nomor Contoh", Sex = "L" });
        var page = await Save(id, "dokumen", ("Nik", typed));
        Assert.Contains(says, string.Join(" ", page.Errors));
        Assert.Equal(typed, page.Document.QuerySelector("#Input_Nik")!.GetAttribute("value"));
        Assert.Null((await server.Card(id)).Nik);
    }

    [Fact]
    public async Task Two_people_may_bear_one_NIK_and_both_pages_say_so()
    {
        const string nik = "6311015501700000";
        var one = await server.Person(new() { Name = "Asli Contoh", Sex = "P", Nik = nik });
        var other = await server.Person(new() { Name = "Lain Contoh", Sex = "P" });
        var page = await (await Save(other, "keluarga", ("Nik", nik))).Follow();
        Assert.Contains("NIK ini juga dipakai 1 orang lain", page.Words());
        Assert.Contains("NIK ini juga dipakai 1 orang lain", (await (await server.As(Roles.Manager)).Open(one.Path())).Words());
    }

    [Fact]
    public async Task A_wrong_NIK_is_taken_away_and_stays_in_the_history()
    {
        var id = await server.Person(new() { Name = "Keliru Contoh", Sex = "P", Nik = "6311015502700000" });
        await Save(id, "dokumen", ("NikWrong", "true"));
        Assert.Null((await server.Card(id)).Nik);
        Assert.NotNull(Assert.Single(await Facts(id, "nik")).WithdrawnAt);
    }

    [Fact]
    public async Task Nothing_changed_no_source_and_a_stale_form_are_refused()
    {
        var id = await server.Person(new() { Name = "Tetap Contoh", Sex = "P" });
        Assert.Contains("Tidak ada yang berubah", string.Join(" ", (await Save(id, "dokumen")).Errors));
        Assert.Contains("Pilih dari mana", string.Join(" ", (await Save(id, "", ("Name", "Baru Contoh"))).Errors));
        var stale = (await (await server.As(Roles.Operator)).Open(id.Path() + "/data")).Form("Simpan").Set("Input.Source", "dokumen").Set("Input.Alias", "Acil");
        await Save(id, "dokumen", ("Alias", "Julak"));
        Assert.NotEmpty((await stale.Press("Simpan")).Errors);
        Assert.Equal("Julak", (await server.Card(id)).Alias);
    }

    [Fact]
    public async Task Numbers_lie_sealed_among_the_facts()
    {
        var id = await server.Person(new() { Name = "Segel Contoh", Sex = "P" });
        await Save(id, "dokumen", ("Nik", "6311015503700000"), ("FamilyCard", "6311010101100000"));
        Assert.All(await Facts(id, "nik"), f => Assert.True(f.Value is null && f.SealedValue is not null));
        Assert.All(await Facts(id, "familyCard"), f => Assert.True(f.Value is null && f.SealedValue is not null));
    }

    [Fact]
    public async Task An_auditor_reads_and_does_not_write()
    {
        var id = await server.Person(new() { Name = "Baca Contoh", Sex = "P" });
        var page = await (await server.As(Roles.Auditor)).Open(id.Path());
        Assert.Equal("Baca Contoh", page.Title);
        Assert.Null(page.Document.QuerySelector($"a[href='{id.Path()}/data']"));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await server.As(Roles.Auditor)).Open(id.Path() + "/data")).Status);
    }
}
