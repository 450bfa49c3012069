using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Privacy.Tests;

[Trait("Kind", "page"), Collection(PrivacyHouse.Name)]
public sealed class BreachTests(PrivacyServer server)
{
    private const string Sheet = "/petugas/pelindungan/kebocoran";

    [Fact]
    public async Task The_sheet_says_who_opened_whose_data_and_until_when_notice_is_due()
    {
        var opened = await server.Case(new WantedCase { Person = new() { Name = "Galuh Terbuka", Sex = "P" } });
        var secret = await server.Case(new WantedCase { Secret = true, Person = new() { Name = "Galuh Rahasia", Sex = "P" } });
        var supervisor = await server.As(Roles.Supervisor);
        for (var i = 0; i < 3; i++) await supervisor.Open(opened.Path);
        await (await server.As(Roles.Manager)).Open(secret.Path);
        var staff = await server.StaffIdOf(Roles.Supervisor);

        var page = await (await server.As(Roles.DataProtection)).Open($"{Sheet}?diketahui=2026-11-20T08:00");
        Assert.Contains("23 November 2026, 08.00 WITA", page.Text);
        Assert.Contains("Galuh Terbuka", page.Text);
        Assert.DoesNotContain("Galuh Rahasia", page.Text);
        Assert.Contains("Tidak untuk Anda lihat", page.Text);
        var narrowed = await (await server.As(Roles.DataProtection)).Open($"{Sheet}?petugas={staff}");
        Assert.Single(narrowed.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr"));
        var (first, last) = (DateTime.UtcNow.AddDays(-1), DateTime.UtcNow);
        var entries = await server.Count("read_entry WHERE staff_id = {0} AND at >= {1} AND at < {2}", staff, first, last);
        Assert.Equal($"{entries}", narrowed.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody td")[1].TextContent);
    }

    [Fact]
    public async Task The_download_has_a_line_for_every_opening()
    {
        var opened = await server.Case(new WantedCase { Person = new() { Name = "Utuh Unduh", Sex = "L" } });
        await (await server.As(Roles.Supervisor)).Open(opened.Path);
        var (staff, dpo) = (await server.StaffIdOf(Roles.Supervisor), await server.As(Roles.DataProtection));
        var entries = await server.Count("read_entry WHERE staff_id = {0}", staff);
        var table = await dpo.Http.GetStringAsync($"{Sheet}?handler=unduh&petugas={staff}&sampai={DateTime.UtcNow.AddDays(1):yyyy-MM-ddTHH:mm}");
        Assert.Equal(entries + 1, table.TrimEnd().Split("\r\n").Length);
        Assert.Contains(table.Split("\r\n"), l => l.Contains(opened.Number, StringComparison.Ordinal) && l.Contains("Utuh Unduh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_opens_the_sheet_is_in_the_log_too()
    {
        var admin = await server.StaffIdOf(Roles.Administrator);
        var before = await server.Count("read_entry WHERE staff_id = {0} AND subject_kind = 'breach-sheet'", admin);
        var person = await server.Case(new WantedCase { Person = new() { Name = "Galuh Admin", Sex = "P" } });
        await (await server.As(Roles.Supervisor)).Open(person.Path);
        var page = await (await server.As(Roles.Administrator)).Open(Sheet);
        Assert.DoesNotContain("Galuh Admin", page.Text);
        Assert.Equal(before + 1, await server.Count("read_entry WHERE staff_id = {0} AND subject_kind = 'breach-sheet'", admin));
    }

    [Theory]
    [InlineData("dari=kemarin", "Dari", "kemarin")]
    [InlineData("dari=2026-11-22T08:00&sampai=2026-11-21T08:00", "Sampai", "2026-11-21T08:00")]
    [InlineData("dari=2020-01-01T00:00&sampai=2026-11-21T08:00", "Sampai", "2026-11-21T08:00")]
    public async Task A_moment_that_is_none_is_said_beside_its_field_and_kept(string query, string field, string typed)
    {
        var page = await (await server.As(Roles.DataProtection)).Open($"{Sheet}?{query}");
        Assert.NotEmpty(page.Errors);
        Assert.Equal(typed, page.Document.QuerySelector($"[name={field}]")!.GetAttribute("value"));
        Assert.Equal("true", page.Document.QuerySelector($"[name={field}]")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_quiet_time_has_an_empty_sheet()
    {
        var page = await (await server.As(Roles.DataProtection)).Open($"{Sheet}?dari=2020-01-01T00:00&sampai=2020-01-02T00:00");
        Assert.Contains("Tidak ada data yang dibuka dalam waktu ini", page.Text);
    }
}
