using System.Net;
using Layar.Catalogue.Contracts;
using Layar.Catalogue.Figures;
using Layar.Eligibility.Language;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Catalogue.Tests.Figures;

[Trait("Kind", "page")]
public sealed class FigurePageTests(StaffServer server) : IClassFixture<StaffServer>
{
    private static readonly DateOnly Today = Wita.Day(DateTime.UtcNow);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");

    private IProgrammes Programmes => server.Services.GetRequiredService<IProgrammes>();

    private ICatalogue Catalogue => server.Services.GetRequiredService<ICatalogue>();

    private int? Value(string code, DateOnly day) => Programmes.Parameters.On(code, day)?.Value;

    private async Task<Page> Open(string role, string path) => await (await server.SignedIn(role)).Open("/petugas/angka" + path);

    private async Task<Form> New(string path, string value, DateOnly from, string role = Roles.Planner) =>
        (await Open(role, path)).Form("Simpan nilai baru").Set("Input.Value", value).Set("Input.From", Iso(from)).Set("Input.Basis", "Keputusan Bupati 12/2026").Set("Input.Note", "Naik menurut keputusan");

    private async Task Write(string path, string value, DateOnly from) => Assert.Equal("/petugas/angka" + path, (await (await New(path, value, from)).Press("Simpan nilai baru")).Location);

    private async Task<Page> Activate(string path, string role = Roles.Head) => await (await Open(role, path)).Form("Aktifkan").Press("Aktifkan");

    [Fact]
    public async Task The_list_shows_each_figure_with_value_day_legal_basis_and_what_awaits_confirmation()
    {
        var page = await Open(Roles.Operator, "");
        var row = page.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a[href='/petugas/angka/aturan/usia_lansia']") is not null).TextContent;
        Assert.Contains("60 tahun", row);
        Assert.Contains("30 November 1998", row);
        Assert.Contains("UU 13/1998", row);
        var letter = page.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a[href='/petugas/angka/surat/pip']") is not null).TextContent;
        Assert.Contains("desil 4", letter);
        Assert.Contains("Menunggu konfirmasi", letter);
        Assert.Contains("tanpa batas", page.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a[href='/petugas/angka/surat/umum']") is not null).TextContent);
    }

    [Fact]
    public async Task A_value_counts_after_a_second_person_from_its_day_and_never_before()
    {
        const string path = "/aturan/desil_rumah";
        var later = Today.AddDays(40);
        await Write(path, "6", later);
        Assert.Equal(4, Value("desil_rumah", later));
        var own = await Open(Roles.Planner, path);
        Assert.DoesNotContain(own.Document.QuerySelectorAll("button"), b => b.TextContent.Trim() == "Aktifkan");
        var diff = (await Open(Roles.Head, path)).Document.QuerySelector(".table-diff")!.TextContent;
        Assert.Contains("desil 4", diff);
        Assert.Contains("desil 6", diff);

        await Activate(path);
        Assert.Equal((4, 6), (Value("desil_rumah", later.AddDays(-1)), Value("desil_rumah", later)));
        Assert.Equal(4, Programmes.Moment(Today).Parameters.On("desil_rumah", Today)!.Value);
        Assert.Contains("Mulai ", (await Open(Roles.Operator, "")).Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("a[href$='/desil_rumah']") is not null).TextContent);
        var id = await server.Within(s => s.GetRequiredService<AppDb>().Set<FigureVersion>().Where(v => v.Code == "desil_rumah").Select(v => v.Id).SingleAsync());
        var acts = await server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().Where(a => a.Chain == id.Value).OrderBy(a => a.Seq).Select(a => a.Kind).ToListAsync());
        Assert.Equal(["FigureWritten", "FigureActivated"], acts);
    }

    [Fact]
    public async Task What_has_not_been_used_is_taken_back_with_a_reason_and_the_earlier_value_holds_again()
    {
        const string path = "/aturan/desil_pip";
        await Write(path, "5", Today);
        await Activate(path);
        Assert.Equal((4, 5), (Value("desil_pip", Today.AddDays(-1)), Value("desil_pip", Today)));
        var page = await Open(Roles.Head, path);
        Assert.Contains("Tulis alasannya.", (await page.Form("Tarik nilai ini").Press("Tarik nilai ini")).Errors);
        await page.Form("Tarik nilai ini").Set("Reason", "Keputusan dicabut").Press("Tarik nilai ini");
        Assert.Equal(4, Value("desil_pip", Today));
        Assert.Contains("Keputusan dicabut", (await Open(Roles.Operator, path)).Text);
    }

    [Fact]
    public async Task What_began_before_today_stays_and_is_followed_by_the_earlier_value_written_anew()
    {
        const string path = "/aturan/desil_atensi";
        await Write(path, "7", Today);
        await Activate(path);
        await server.Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var version = await db.Set<FigureVersion>().SingleAsync(v => v.Code == "desil_atensi");
            var entry = version.Read();
            version.FromDay = Today.AddDays(-5);
            version.Entry = (entry with { Validity = entry.Validity with { From = version.FromDay } }).Written();
            version.ChangedAt = DateTime.UtcNow;
            await db.SaveChangesAsync();
            return true;
        });
        await server.Services.GetRequiredService<Catalogue.Versions.Following.VersionsInForce>().Read(TestContext.Current.CancellationToken);
        var page = await Open(Roles.Head, path);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("button"), b => b.TextContent.Trim() == "Tarik nilai ini");
        var link = (await Open(Roles.Planner, path)).Document.QuerySelectorAll("a").First(a => a.TextContent == "Kembali ke nilai ini").GetAttribute("href")!;
        var form = await (await server.SignedIn(Roles.Planner)).Open(link);
        Assert.Equal(("5", "Permensos 7/2021"), (form.Document.QuerySelector("#Input_Value")!.GetAttribute("value"), form.Document.QuerySelector("#Input_Basis")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData("Input.Value", "11", "Tulis bilangan bulat dari 1 sampai 10.")]
    [InlineData("Input.Value", "", "Tulis bilangan bulat dari 1 sampai 10.")]
    [InlineData("Input.Value", "lima", "")]
    [InlineData("Input.From", "2020-01-01", "Pilih hari ini atau sesudahnya")]
    [InlineData("Input.Basis", "", "Tulis dasar hukumnya.")]
    [InlineData("Input.Note", "", "Tulis mengapa diubah.")]
    public async Task A_wrong_value_is_said_at_its_field_and_what_was_typed_stays(string field, string typed, string said)
    {
        var page = await (await New("/aturan/desil_pbi", "6", Today)).Set(field, typed).Press("Simpan nilai baru");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(said, StringComparison.Ordinal));
        var box = page.Document.QuerySelector("#" + field.Replace('.', '_'))!;
        Assert.Equal("true", box.GetAttribute("aria-invalid"));
        Assert.Equal(typed, box.GetAttribute("value") ?? box.TextContent.Trim());
        Assert.Empty(await server.Within(s => s.GetRequiredService<AppDb>().Set<FigureVersion>().Where(v => v.Code == "desil_pbi").ToListAsync()));
    }

    [Fact]
    public async Task A_value_that_already_holds_is_refused()
    {
        var page = await (await Open(Roles.Planner, "/aturan/usia_anak")).Form("Simpan nilai baru").Set("Input.Note", "Sama").Press("Simpan nilai baru");
        Assert.Contains(page.Errors, e => e.Contains("sudah berlaku pada tanggal itu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ceiling_of_a_letter_is_written_on_its_page_and_may_be_none()
    {
        const string path = "/surat/keringanan-rs";
        await Write(path, "6", Today);
        await Activate(path, Roles.Administrator);
        Assert.Equal((6, "Keputusan Bupati 12/2026"), (Ceiling(Today), Catalogue.StatementPurposes(Today).Single(p => p.Code == "keringanan-rs").Validity.LegalBasis.Id));
        Assert.Equal(4, Ceiling(Today.AddDays(-1)));
        await Write(path, "", Today.AddDays(3));
        await Activate(path);
        Assert.Equal((6, (int?)null), (Ceiling(Today.AddDays(2)), Ceiling(Today.AddDays(3))));

        int? Ceiling(DateOnly day) => Catalogue.StatementPurposes(day).Single(p => p.Code == "keringanan-rs").Ceiling;
    }

    [Fact]
    public async Task Two_persons_answer_for_a_value_also_by_a_forged_form_and_readers_write_nothing()
    {
        const string path = "/aturan/hari_santunan";
        await Write(path, "60", Today);
        var id = await server.Within(s => s.GetRequiredService<AppDb>().Set<FigureVersion>().Where(v => v.Code == "hari_santunan").Select(v => v.Id).SingleAsync());
        var writer = await Sent(Roles.Planner, "?handler=Aktifkan", ("Id", id.Value.ToString()));
        Assert.Contains("Anda yang menulis nilai ini.", string.Join(" ", writer.Errors));
        Assert.Equal(HttpStatusCode.Forbidden, (await Sent(Roles.Operator, "?handler=Aktifkan", ("Id", id.Value.ToString()))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Sent(Roles.Head, "", ("Input.Value", "30"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Sent(Roles.Head, "?handler=Tarik", ("Id", Guid.NewGuid().ToString()), ("Reason", "x"))).Status);
        Assert.Equal(90, Value("hari_santunan", Today));

        async Task<Page> Sent(string role, string handler, params (string, string)[] fields)
        {
            var visitor = await server.SignedIn(role);
            var token = (await visitor.Open("/petugas")).Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;
            return await visitor.Send("/petugas/angka" + path + handler, new FormUrlEncodedContent([new("_t", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2))]));
        }
    }

    [Fact]
    public async Task Unknown_figures_are_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Open(Roles.Planner, "/aturan/tidak_ada")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Open(Roles.Planner, "/lain/desil_pkh")).Status);
    }

    [Fact]
    public async Task Another_node_takes_up_a_value_within_seconds()
    {
        await using var neighbour = server.Neighbour();
        await neighbour.StartAsync();
        await Write("/aturan/hari_hp_tanpa_kabar", "5", Today);
        await Activate("/aturan/hari_hp_tanpa_kabar");
        var other = neighbour.Services.GetRequiredService<ICatalogue>();
        for (var tries = 0; tries < 300 && other.Figure(FigureCodes.FieldPhoneSilence, Today) != 5; tries++) await Task.Delay(200);
        Assert.Equal((5, 3), (other.Figure(FigureCodes.FieldPhoneSilence, Today), other.Figure(FigureCodes.FieldPhoneSilence, Today.AddDays(-1))));
        await neighbour.StopAsync();
    }
}
