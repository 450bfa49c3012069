using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Layar.Testing;
using Layar.Weather.Bmkg;

namespace Layar.Weather.Tests;

[Trait("Kind", "page")]
public sealed class WarningTests : IAsyncLifetime
{
    private readonly WeatherServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_warning_stands_on_the_home_page_the_weather_and_the_planned_visits_where_it_belongs()
    {
        var until = DateTime.UtcNow.AddHours(2);
        server.Bmkg.Warnings["a.xml"] = BmkgStandIn.Cap("Hujan lebat di Halong", "Berpotensi di Kabupaten Balangan: Halong, Tebing Tinggi. Kabupaten Tabalong: Tanjung.", until);
        server.Bmkg.Warnings["b.xml"] = BmkgStandIn.Cap("Angin kencang di Tanah Laut", "Kabupaten Tanah Laut: Pelaihari, Halongan", until);
        server.Bmkg.Warnings["c.xml"] = BmkgStandIn.Cap("Sudah lewat", "Kabupaten Balangan: Halong", DateTime.UtcNow.AddMinutes(-1));
        server.Bmkg.Elsewhere.Add("http://127.0.0.2:9/rahasia.xml");
        await server.LookForWarnings();
        var visitor = server.Visitor();
        var home = await visitor.Open("/");
        Assert.Contains("Hujan lebat di Halong", home.Text);
        Assert.Contains("Untuk Halong, Tebing Tinggi, sampai", home.Text);
        Assert.DoesNotContain("Angin kencang", home.Text);
        Assert.DoesNotContain("Sudah lewat", home.Text);
        Assert.Contains("Hujan lebat di Halong", (await visitor.Open("/cuaca?kecamatan=63.11.02")).Text);
        Assert.DoesNotContain("Hujan lebat di Halong", (await visitor.Open("/cuaca?kecamatan=63.11.01")).Text);
        Assert.Contains("Hujan lebat di Halong", (await (await server.SignedIn(Roles.Supervisor)).Open("/petugas/kunjungan")).Text);
    }

    [Fact]
    public async Task A_visit_in_heavy_rain_is_marked()
    {
        var day = Wita.Day(DateTime.UtcNow).AddDays(2);
        var from = Wita.Utc(day.ToDateTime(new TimeOnly(9, 0)));
        server.Bmkg.Code = at => at <= from && from < at.AddHours(3) ? 63 : 1;
        var opened = await server.Case(new WantedCase { Step = CaseStep.VisitPlanning });
        var supervisor = await server.SignedIn(Roles.Supervisor);
        var form = await supervisor.Open(opened.Path + "/kunjungan");
        var done = await form.Form("Petugas yang berkunjung").Set("Day", day.ToString("yyyy-MM-dd")).Set("From", "09:00").Set("To", "11:00").Press("Jadwalkan kunjungan");
        if (done.Location is null) done = await done.Form("Petugas yang berkunjung").Set("Sure", "true").Press("Jadwalkan kunjungan");
        Assert.Equal("/petugas/kunjungan", done.Location);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        // The first look asks for the forecast behind the page.
        while (!(await supervisor.Open("/petugas/kunjungan")).Text.Contains("Hujan lebat pada jam kunjungan", StringComparison.Ordinal)) await Task.Delay(200, patience.Token);
    }

    [Fact]
    public async Task A_feed_that_is_broken_leaves_the_warnings_as_they_were()
    {
        server.Bmkg.Warnings["a.xml"] = BmkgStandIn.Cap("Hujan lebat", "Kabupaten Balangan", DateTime.UtcNow.AddHours(2));
        await server.LookForWarnings();
        server.Bmkg.Warnings["b.xml"] = "<!DOCTYPE alert [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><alert>&x;</alert>";
        await server.LookForWarnings();
        Assert.Contains("Untuk seluruh wilayah, sampai", (await server.Visitor().Open("/")).Text);
    }

    [Fact]
    public void A_polygon_and_its_times_are_read()
    {
        var until = new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);
        var warning = WarningReading.Warning(BmkgStandIn.Cap("Hujan", "Sesuatu", until, "-2.2,115.4 -2.2,115.8 -2.6,115.8 -2.2,115.4"))!;
        Assert.Equal((until, until.AddHours(-4), 4), (warning.Until, warning.From, warning.Polygon.Count));
        Assert.Throws<FormatException>(() => WarningReading.Warning("bukan xml"));
        Assert.Null(WarningReading.Warning("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>"));
    }
}
