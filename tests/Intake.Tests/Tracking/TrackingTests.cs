using System.Text.Json.Nodes;
using Layar.Cases.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Tracking;

/// <summary>A server of its own: wrong tries of other tests would slow this one down.</summary>
[Trait("Kind", "page")]
public sealed class TrackingTests(TrackingTests.Server server) : IClassFixture<TrackingTests.Server>
{
    public sealed class Server : StaffServer;

    private const string Story = "Nenek tinggal sendiri, sudah dua hari tidak makan.";

    [Fact]
    public async Task Code_alone_tells_steps_and_dates_only()
    {
        using var visitor = server.Visitor();
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body());
        var (status, body) = await IntakeServer.Get(visitor, $"/api/laporan/{sent["code"]}");
        Assert.Equal(200, status);
        Assert.Equal("completeness", (string)body["step"]!);
        Assert.Equal(7, body["steps"]!.AsArray().Count);
        Assert.Null(body["next"]);
        Assert.Null(body["due"]);
        var page = await visitor.Open($"/lacak?kode={((string)sent["code"]!).ToLowerInvariant().Replace("-", " ")}");
        Assert.Contains("Laporan diterima", page.Text);
        Assert.DoesNotContain("Paling lambat", page.Text);
        Assert.DoesNotContain("Lansia", page.Text);
    }

    [Theory]
    [InlineData("pin")]
    [InlineData("last4")]
    public async Task With_the_second_factor_the_whole_status_opens(string kind)
    {
        using var visitor = server.Visitor();
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body());
        var second = kind == "pin" ? (string)sent["pin"]! : "7890";
        var (status, body) = await IntakeServer.Get(visitor, $"/api/laporan/{sent["code"]}?pin={second}");
        Assert.Equal(200, status);
        Assert.NotNull(body["next"]);
        var form = await visitor.Open("/lacak");
        var page = await (await form.Form("Kode laporan").Set("Code", (string)sent["code"]!).Set("Second", second).Press("Lihat laporan")).Follow();
        Assert.StartsWith("Lansia", page.Title);
        Assert.DoesNotContain(Story, page.Text);
        await (await page.Form("Tutup").Press("Tutup")).Follow();
        Assert.Equal("/lacak", (await visitor.Open("/lacak/laporan")).Location);
    }

    [Fact]
    public async Task A_wrong_pair_and_an_unknown_code_answer_alike()
    {
        using var visitor = server.Visitor();
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body());
        var wrong = await visitor.Http.GetAsync($"/api/laporan/{sent["code"]}?pin=000000");
        var unknown = await visitor.Http.GetAsync($"/api/laporan/{Unknown()}?pin=000000");
        Assert.Equal(404, (int)wrong.StatusCode);
        Assert.Equal(404, (int)unknown.StatusCode);
        Assert.Equal(await wrong.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_link_opens_the_report_and_a_wrong_link_does_not()
    {
        using var visitor = server.Visitor();
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body());
        Assert.StartsWith("Lansia", (await visitor.Open((string)sent["link"]!)).Title);
        foreach (var wrong in (string[])["/l/000000000000", "/l/x"])
            Assert.Equal(["Tautan ini tidak dikenal atau tidak lengkap. Masukkan kode laporan Anda"], (await (await visitor.Open(wrong)).Follow()).Errors);
    }

    [Fact]
    public async Task A_secret_report_has_a_neutral_page_that_nobody_stores()
    {
        using var visitor = server.Visitor();
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body(change: b => { b["secrecy"] = "secret"; b["problem"] = "kekerasan"; }));
        var page = await visitor.Open((string)sent["link"]!);
        Assert.Equal("Laporan Anda", page.Title);
        Assert.DoesNotContain("Kekerasan", page.Text);
        Assert.Contains("no-store", page.Answer.Headers.CacheControl!.ToString());
        Assert.NotNull(page.Document.QuerySelector("[data-quick-exit]"));
    }

    [Fact]
    public async Task The_reporter_adds_words_withdraws_and_reopens()
    {
        using var visitor = server.Visitor();
        var id = Guid.NewGuid();
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body(id));
        var link = (string)sent["link"]!;
        var page = await visitor.Open(link);
        var empty = await page.Form("Kirim keterangan").Press("Kirim keterangan");
        Assert.Contains("Tulis keterangan, atau tambahkan foto", empty.Document.QuerySelector(".errors")!.TextContent);
        page = await (await page.Form("Kirim keterangan").Set("Words", "Rumahnya di belakang pasar").Press("Kirim keterangan")).Follow();
        Assert.Contains("Keterangan terkirim", page.Text);

        Assert.Contains("Pilih alasan", (await page.Form("Mengapa").Press("Batalkan laporan")).Document.QuerySelector(".errors")!.TextContent);
        page = await (await page.Form("Mengapa").Set("Reason", "batal-sudah-tertolong").Press("Batalkan laporan")).Follow();
        Assert.Contains("Dibatalkan", page.Text);
        Assert.DoesNotContain("Surat diserahkan", page.Text);
        page = await (await page.Form("belum teratasi").Set("Why", "Masih sakit").Press("Buka lagi")).Follow();
        Assert.Contains("Sedang diperiksa", page.Text);
        await server.Within(async services =>
        {
            var report = await services.GetRequiredService<AppDb>().Set<Report>().SingleAsync(r => r.Id == new ReportId(id));
            var summary = await services.GetRequiredService<ICases>().Find(report.CaseId, CancellationToken.None);
            Assert.Equal(CaseStep.Completeness, summary!.Step);
            return true;
        });
    }

    [Fact]
    public async Task A_report_that_joined_another_shows_its_way_and_nothing_of_the_other()
    {
        using var visitor = server.Visitor();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await IntakeServer.Post(visitor, IntakeServer.Body(first, b => b["problem"] = "rumah"));
        var (_, sent) = await IntakeServer.Post(visitor, IntakeServer.Body(second));
        await server.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var main = (await db.Set<Report>().SingleAsync(r => r.Id == new ReportId(first))).CaseId;
            var joining = await db.Set<Report>().SingleAsync(r => r.Id == new ReportId(second));
            joining.CaseId = main;
            await db.SaveChangesAsync();
            return true;
        });
        var page = await visitor.Open((string)sent["link"]!);
        Assert.StartsWith("Lansia", page.Title);
        Assert.Contains("ditangani bersama", page.Text);
        Assert.DoesNotContain("Batalkan laporan", page.Text);
        Assert.DoesNotContain("Rumah tidak layak", page.Text);
    }

    internal static string Unknown() => Kernel.Numbers.TicketCode.New("BLG").ToString();
}
