using System.Net;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Catalogue.Tests.Versions;

[Trait("Kind", "page")]
public sealed class VersionPageTests(StaffServer server) : IClassFixture<StaffServer>
{
    private static readonly DateOnly Today = Wita.Day(DateTime.UtcNow);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");

    private IProgrammes Programmes => server.Services.GetRequiredService<IProgrammes>();

    private async Task<Form> Begin(string code, string role = Roles.Planner) => (await (await server.SignedIn(role)).Open($"/petugas/program/{code}/ubah")).Form("Simpan konsep").Set("Input.Note", "Keputusan baru");

    private async Task<Page> Version(string role, string path) => await (await server.SignedIn(role)).Open(path);

    private async Task<string> Activated(string path, DateOnly from, string role = Roles.Administrator)
    {
        var answer = await (await Version(role, path)).Form("Aktifkan").Set("From", Iso(from)).Press("Aktifkan");
        return answer.Location ?? string.Join(" ", answer.Errors);
    }

    [Fact]
    public async Task A_draft_changes_nothing_until_a_second_person_puts_it_in_force_and_then_at_once()
    {
        var saved = await (await Begin("sandang")).Set("Input.Rule", "warga dan usia >= 70").Set("Input.Places", "120").Set("Input.BudgetRupiah", "60000000").Set("Input.BudgetYear", "2027").Set("Input.BudgetLine", "5.1.02.01")
            .Set("Input.From", Iso(Today)).Set("Input.Basis", "Keputusan Kepala Dinas 7/2026").Press("Simpan konsep");
        var path = saved.Location!;
        Assert.NotEqual("warga dan usia >= 70", Programmes.Find("sandang", Today)!.Rule.ToString());

        var own = await Version(Roles.Planner, path);
        Assert.DoesNotContain(own.Document.QuerySelectorAll("button"), b => b.TextContent.Trim() == "Aktifkan");
        Assert.Equal(path, await Activated(path, Today));

        var now = Programmes.Find("sandang", Today)!;
        Assert.Equal(("warga dan usia >= 70", 120, 60_000_000L, "Keputusan Kepala Dinas 7/2026"), (now.Rule.ToString(), now.Places, now.Budget!.Rupiah, now.Validity.LegalBasis.Id));
        Assert.NotEqual(now.Rule.ToString(), Programmes.Find("sandang", Today.AddDays(-1))!.Rule.ToString());
        var history = (await Version(Roles.Operator, "/petugas/program/sandang/versi")).Document.QuerySelector("tbody")!.TextContent;
        Assert.Contains("Berlaku hari ini", history);
        Assert.Contains("Bawaan Layar", history);
        var id = Guid.Parse(path.Split('/')[^1]);
        Assert.Equal(["ProgrammeDrafted", "ProgrammeActivated"], await server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().Where(a => a.Chain == id).OrderBy(a => a.Seq).Select(a => a.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_version_that_begins_later_leaves_today_as_it_is_and_can_be_withdrawn()
    {
        var before = Programmes.Find("alat-bantu", Today)!.Rule.ToString();
        var later = Today.AddDays(30);
        var path = (await (await Begin("alat-bantu")).Set("Input.Rule", "usia >= 99").Press("Simpan konsep")).Location!;
        await Activated(path, later);
        Assert.Equal((before, "usia >= 99"), (Programmes.Find("alat-bantu", Today)!.Rule.ToString(), Programmes.Find("alat-bantu", later)!.Rule.ToString()));

        var page = await Version(Roles.Head, path);
        Assert.Contains("Tulis alasannya.", (await page.Form("Tarik versi").Press("Tarik versi")).Errors);
        await page.Form("Tarik versi").Set("Reason", "Keputusan dicabut").Press("Tarik versi");
        Assert.Equal(before, Programmes.Find("alat-bantu", later)!.Rule.ToString());
    }

    [Fact]
    public async Task A_rule_that_does_not_read_is_marked_where_it_is_wrong_with_what_to_write_and_nothing_is_lost()
    {
        var page = await (await Begin("rtlh")).Set("Input.Rule", "warga dan\nusai >= 60").Set("Input.Name", "Rumah layak").Press("Simpan konsep");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.Errors, e => e.StartsWith("Baris 2, huruf 1:", StringComparison.Ordinal) && e.Contains("Maksud Anda usia?", StringComparison.Ordinal));
        Assert.Equal("usai", page.Document.QuerySelector(".rule-fault mark")!.TextContent);
        Assert.Equal("Rumah layak", page.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Empty(await server.Within(s => s.GetRequiredService<AppDb>().Set<Catalogue.Versions.ProgrammeVersion>().Where(v => v.Code == "rtlh").ToListAsync()));
    }

    [Fact]
    public async Task The_rule_is_shown_in_words_before_it_is_saved()
    {
        var page = await (await Begin("kube")).Set("Input.Rule", "usia >= 60 dan hamil").Press("Periksa aturan");
        Assert.Contains("usia paling sedikit 60 tahun", page.Document.QuerySelector(".notice-teal, .notice")!.TextContent);
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData("Input.Basis", "", "Tulis dasar hukumnya.")]
    [InlineData("Input.Note", "", "Tulis mengapa diubah.")]
    [InlineData("Input.From", "", "Pilih tanggal mulai berlaku.")]
    [InlineData("Input.To", "2001-01-01", "Tanggal akhir tidak boleh sebelum tanggal mulai.")]
    [InlineData("Input.Service", "tidak-ada", "Pilih satu dari daftar.")]
    [InlineData("Input.Places", "0", "Tulis bilangan bulat, paling sedikit 1.")]
    [InlineData("Input.BudgetRupiah", "1000", "Tulis kode rekening.")]
    [InlineData("Input.SpmService", "9", "Pilih satu dari daftar.")]
    [InlineData("Input.SpmComponent", "z", "Pilih satu dari daftar.")]
    [InlineData("Input.Rule", "usia >= batas(\"tidak_ada\")", "tidak_ada")]
    public async Task What_is_missing_or_wrong_is_said_at_its_field(string field, string value, string said) =>
        Assert.Contains(said, string.Join(" ", (await (await Begin("pelatihan")).Set(field, value).Press("Simpan konsep")).Errors));

    [Fact]
    public async Task Service_cost_minimum_standard_owner_level_papers_days_and_validity_are_written_on_the_form_and_told_apart_from_before()
    {
        var form = (await Begin("permakanan-tunggal")).Set("Input.Service", "rekomendasi-umum").Set("Input.Cost", "Gratis; ongkos kirim ditanggung dinas").Set("Input.SpmService", "3").Set("Input.SpmComponent", "c");
        form.Set("Input.Level", "Village").Set("Input.Papers[0].Code", "ktp").Set("Input.WorkingDays", "9").Set("Input.Quota", "40 orang").Set("Input.Places", "40").Set("Input.From", Iso(Today)).Set("Input.To", Iso(Today.AddDays(90))).Set("Input.Basis", "Perbup 9/2026");
        var path = (await form.Press("Simpan konsep")).Location!;
        var rows = (await Version(Roles.Head, path)).Document.QuerySelectorAll(".table-diff tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim(), r => r.QuerySelectorAll("td")[1].TextContent.Trim());
        Assert.Equal(("Gratis; ongkos kirim ditanggung dinas", "Rehabilitasi dasar lanjut usia telantar: permakanan", "Desa"), (rows["Biaya"], rows["SPM"], rows["Dari"]));
        Assert.Contains("9 hari kerja", rows.Values);
        await Activated(path, Today);
        var now = Programmes.Find("permakanan-tunggal", Today)!;
        Assert.Equal((new SpmMark(3, "c"), "rekomendasi-umum", 9, 40, Today.AddDays(90)), (now.Spm, now.Service, now.WorkingDays, now.Places, now.Validity.To));
        Assert.Contains("ongkos kirim", (await Version(Roles.Operator, "/petugas/program/permakanan-tunggal")).Text);
    }

    [Fact]
    public async Task Components_of_a_household_are_written_on_the_form_each_with_its_rule_amount_and_ceiling()
    {
        var form = (await Begin("pkh")).Set("Input.From", Iso(Today)).Set("Input.Basis", "Permensos 9/2027").Set("Input.Components[0].Yearly", "3600000").Set("Input.Components[0].Most", "1").Set("Input.MostPersons", "3");
        var last = Programmes.Find("pkh", Today)!.Components.Count;
        form.Set($"Input.Components[{last}].Code", "yatim").Set($"Input.Components[{last}].Name", "Anak yatim piatu").Set($"Input.Components[{last}].Rule", "usia < ").Set($"Input.Components[{last}].Yearly", "1200000");
        var wrong = await form.Press("Simpan konsep");
        Assert.NotEmpty(wrong.Errors);
        var path = (await wrong.Form("Simpan konsep").Set($"Input.Components[{last}].Rule", "usia < 18 dan label memuat \"yatim-piatu\"").Press("Simpan konsep")).Location!;
        await Activated(path, Today);
        var now = Programmes.Find("pkh", Today)!;
        Assert.Equal((last + 1, 3), (now.Components.Count, now.MostPersons));
        Assert.Equal((3_600_000L, 1), (now.Components[0].YearlyRupiah, now.Components[0].Most));
        Assert.Equal(("yatim", 1_200_000L), (now.Components[last].Code, now.Components[last].YearlyRupiah));
    }

    [Fact]
    public async Task An_earlier_version_and_the_shipped_wording_are_taken_up_again_as_a_draft_of_their_own()
    {
        var shipped = Programmes.Find("jaga-pasien", Today)!.Rule.ToString();
        var first = (await (await Begin("jaga-pasien")).Set("Input.Rule", "usia >= 41").Set("Input.Quota", "41 orang").Press("Simpan konsep")).Location!;
        await Activated(first, Today);
        await Activated((await (await Begin("jaga-pasien")).Set("Input.Rule", "usia >= 52").Press("Simpan konsep")).Location!, Today);

        var history = (await Version(Roles.Planner, "/petugas/program/jaga-pasien/versi")).Document.QuerySelectorAll("a").Where(a => a.TextContent == "Kembali ke isi ini").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, history.Count);
        Assert.DoesNotContain("Kembali ke isi ini", (await Version(Roles.Operator, "/petugas/program/jaga-pasien/versi")).Text);
        var form = await Version(Roles.Planner, history[0]);
        Assert.Contains("Versi 1", form.Document.QuerySelector(".notice")!.TextContent);
        await Activated((await form.Form("Simpan konsep").Set("Input.Note", "Keputusan lama kembali").Set("Input.From", Iso(Today)).Press("Simpan konsep")).Location!, Today);
        Assert.Equal(("usia >= 41", "41 orang"), (Programmes.Find("jaga-pasien", Today)!.Rule.ToString(), Programmes.Find("jaga-pasien", Today)!.Quota!.Id));
        Assert.Equal(shipped, (await Version(Roles.Planner, history[1])).Document.QuerySelector("#Input_Rule")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await Version(Roles.Planner, "/petugas/program/jaga-pasien/ubah?dari=1999-01-01")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Version(Roles.Planner, $"/petugas/program/pkh/ubah?dari={first.Split('/')[^1]}")).Status);
    }

    [Fact]
    public async Task A_draft_is_discarded_and_taken_up_again_and_two_who_write_at_once_do_not_overwrite_each_other()
    {
        var path = (await (await Begin("yapi")).Press("Simpan konsep")).Location!;
        await (await Version(Roles.Planner, path)).Form("Buang konsep").Press("Buang konsep");
        Assert.Equal(HttpStatusCode.NotFound, (await Version(Roles.Planner, path + "/ubah")).Status);
        await (await Version(Roles.Administrator, path)).Form("Ambil kembali").Press("Ambil kembali");
        var (one, other) = ((await Version(Roles.Planner, path + "/ubah")).Form("Simpan konsep"), (await Version(Roles.Administrator, path + "/ubah")).Form("Simpan konsep"));
        Assert.Equal(path, (await one.Set("Input.Quota", "12 orang").Press("Simpan konsep")).Location);
        Assert.NotEmpty((await other.Set("Input.Quota", "13 orang").Press("Simpan konsep")).Errors);
        Assert.Contains("12 orang", (await Version(Roles.Head, path)).Document.QuerySelector(".table-diff")!.TextContent);
    }

    [Fact]
    public async Task Who_wrote_in_a_draft_cannot_put_it_in_force_by_a_forged_form_either()
    {
        var path = (await (await Begin("pena")).Press("Simpan konsep")).Location!;
        var foreign = (await Version(Roles.Administrator, path)).Form("Aktifkan");
        var writer = await server.SignedIn(Roles.Planner);
        var token = (await writer.Open("/petugas")).Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;
        var answer = await writer.Send(path + "?handler=Aktifkan", new FormUrlEncodedContent([new("_t", token), new("From", Iso(Today)), new("Expected", "1")]));
        Assert.Contains("Anda ikut menulis versi ini.", string.Join(" ", answer.Errors));
        Assert.Contains("paling cepat hari ini", string.Join(" ", (await foreign.Set("From", Iso(Today.AddDays(-1))).Press("Aktifkan")).Errors));
    }

    [Fact]
    public async Task A_new_programme_stands_in_the_catalogue_under_its_own_code_and_rules_may_name_it()
    {
        var form = (await (await server.SignedIn(Roles.Administrator)).Open("/petugas/program/baru")).Form("Simpan konsep");
        form.Set("Input.Code", "bantuan-pupuk").Set("Input.Name", "Bantuan pupuk").Set("Input.Benefit", "Pupuk untuk petani miskin.").Set("Input.Service", "rekomendasi-umum").Set("Input.Level", "Village")
            .Set("Input.Rule", "warga dan tidak pernah menerima \"BANTUAN-PUPUK\" dalam 1 tahun").Set("Input.Exclusive[0]", "baznas").Set("Input.Basis", "Perdes 2/2026").Set("Input.Note", "Musdes").Set("Input.From", Iso(Today));
        var path = (await form.Press("Simpan konsep")).Location!;
        Assert.StartsWith("/petugas/program/versi/", path);
        Assert.Equal(path, await Activated(path, Today, Roles.Head));
        Assert.Equal("Bantuan pupuk", Programmes.Find("bantuan-pupuk", Today)!.Name.Id);
        Assert.Contains("bantuan-pupuk", Programmes.Find("baznas", Today)!.ExclusiveWith);
        Assert.NotNull(Programmes.Facts.Find("menerima")!.Choice("BANTUAN-PUPUK"));
        Assert.Equal("Bantuan pupuk", (await Version(Roles.Operator, "/petugas/program/bantuan-pupuk")).Title);
    }

    [Fact]
    public async Task Another_node_sees_a_version_within_seconds()
    {
        await using var neighbour = server.Neighbour();
        await neighbour.StartAsync();
        var path = (await (await Begin("santunan-kematian")).Set("Input.Rule", "almarhum_warga").Press("Simpan konsep")).Location!;
        await Activated(path, Today);
        var other = neighbour.Services.GetRequiredService<IProgrammes>();
        for (var tries = 0; tries < 300 && other.Find("santunan-kematian", Today)!.Rule.ToString() != "almarhum_warga"; tries++) await Task.Delay(200);
        Assert.Equal("almarhum_warga", other.Find("santunan-kematian", Today)!.Rule.ToString());
        await neighbour.StopAsync();
    }
}
