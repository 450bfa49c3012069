using System.Buffers.Binary;
using System.Net;
using System.Text;
using Layar.Intake.Reporting;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Reporting;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class PhotoTests(IntakeServer server)
{
    private const string Canary = "GPS-2.2000,115.6000";

    [Fact]
    public async Task Photos_travel_with_the_report_and_lose_their_place_and_device()
    {
        using var visitor = server.Visitor();
        var photos = await AtPhotos(visitor);
        var next = await photos.Form("Simpan dan lanjutkan").Attach("Files", "IMG_1.jpg", "image/jpeg", Jpeg()).Attach("Files", "b.jpg", "image/jpeg", Jpeg(16)).Press("Lanjut");
        Assert.Equal("/lapor/lokasi", next.Location);
        var again = await visitor.Open("/lapor/foto");
        Assert.Equal(2, again.Document.QuerySelectorAll(".photo img").Length);
        var picture = await visitor.Http.GetAsync(again.Document.QuerySelector(".photo img")!.GetAttribute("src"));
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(Canary, Encoding.Latin1.GetString(await picture.Content.ReadAsByteArrayAsync()));

        await Rest(visitor);
        var sent = await (await (await visitor.Open("/lapor/periksa")).Form("Kirim laporan").Press("Kirim laporan")).Follow();
        Assert.Equal("Laporan diterima", sent.Title);
        var code = sent.Document.QuerySelector(".code")!.TextContent.Replace("-", "")[3..];
        await server.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var report = await db.Set<Report>().SingleAsync(r => r.Code == code);
            var files = await db.Set<ReportPhoto>().Where(p => p.ReportId == report.Id).Join(db.Set<StoredFile>(), p => p.FileId, f => f.Id, (p, f) => f).ToListAsync();
            Assert.Equal(2, files.Count);
            foreach (var file in files) Assert.DoesNotContain(Canary, Encoding.Latin1.GetString(await services.GetRequiredService<IFileStore>().Get(file, CancellationToken.None)));
            return true;
        });
    }

    [Fact]
    public async Task What_is_no_photo_is_refused_with_a_sentence_and_the_good_ones_stay()
    {
        using var visitor = server.Visitor();
        var photos = await AtPhotos(visitor);
        var page = await photos.Form("Simpan dan lanjutkan").Attach("Files", "a.jpg", "image/jpeg", Jpeg()).Attach("Files", "virus.jpg", "image/jpeg", "MZ not a photo"u8.ToArray()).Press("Lanjut");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Foto harus JPG atau PNG", page.Document.QuerySelector(".errors")!.TextContent);
        Assert.Single(page.Document.QuerySelectorAll(".photo img"));
        page = await page.Form("Simpan dan lanjutkan").Attach("Files", "big.jpg", "image/jpeg", new byte[5 * 1024 * 1024]).Press("Lanjut");
        Assert.Contains("Foto ini tidak bisa dikecilkan, pilih foto lain", page.Text);
        page = await page.Form("Simpan dan lanjutkan").Attach("Files", "cut.jpg", "image/jpeg", Jpeg()[..60]).Press("Lanjut");
        Assert.Contains("rusak atau terpotong", page.Text);
    }

    [Fact]
    public async Task Six_photos_are_one_too_many_and_one_can_be_taken_away()
    {
        using var visitor = server.Visitor();
        var form = (await AtPhotos(visitor)).Form("Simpan dan lanjutkan");
        for (var i = 0; i < 6; i++) form.Attach("Files", $"{i}.jpg", "image/jpeg", Jpeg(8 + i));
        var page = await form.Press("Lanjut");
        Assert.Contains("Paling banyak 5 foto", page.Document.QuerySelector(".errors")!.TextContent);
        Assert.Equal(5, page.Document.QuerySelectorAll(".photo img").Length);
        Assert.All(page.Document.QuerySelectorAll(".errors a"), a => Assert.NotNull(page.Document.QuerySelector(a.GetAttribute("href")!)));
        var first = page.Document.QuerySelector("button[name=hapus]")!.GetAttribute("value")!;
        page = await (await page.Form("Simpan dan lanjutkan").Set("hapus", first).Press("Lanjut")).Follow();
        Assert.Equal(4, page.Document.QuerySelectorAll(".photo img").Length);
    }

    [Fact]
    public async Task One_photo_more_is_asked_for_on_the_same_page_without_scripts()
    {
        using var visitor = server.Visitor();
        var answer = await (await AtPhotos(visitor)).Form("Simpan dan lanjutkan").Attach("Files", "a.jpg", "image/jpeg", Jpeg()).Set("tambah", "1").Press("Lanjut");
        Assert.Equal("/lapor/foto", answer.Location);
        Assert.Single((await answer.Follow()).Document.QuerySelectorAll(".photo img"));
    }

    [Fact]
    public async Task A_forgotten_draft_is_deleted_with_its_photos()
    {
        using var visitor = server.Visitor();
        await (await AtPhotos(visitor)).Form("Simpan dan lanjutkan").Attach("Files", "a.jpg", "image/jpeg", Jpeg()).Press("Lanjut");
        await server.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var expired = DateTime.UtcNow.AddMinutes(-1);
            Assert.True(await db.Set<ReportDraftPhoto>().AnyAsync());
            await db.Set<ReportDraft>().ExecuteUpdateAsync(d => d.SetProperty(x => x.ExpiresAt, expired));
            await services.GetServices<Kernel.Scheduling.IJob>().Single(j => j.Name == "drafts").Run(CancellationToken.None);
            Assert.False(await db.Set<ReportDraft>().AnyAsync());
            Assert.False(await db.Set<ReportDraftPhoto>().AnyAsync());
            return true;
        });
        Assert.Equal("/lapor", (await visitor.Open("/lapor/lokasi")).Location);
    }

    private static Task<Page> AtPhotos(Visitor visitor) =>
        Wizard.Start(visitor).Next(f => f.Choose("Tidak")).Next(f => f.Choose("Tetangga")).Next(f => f.Choose("Lansia sendirian"));

    private static Task<Page> Rest(Visitor visitor) => visitor.Open("/lapor/lokasi")
        .Next(f => f.Set("Landmark", "rumah kayu")).Next(f => f.Set("Story", "Sakit")).Next(f => f).Next(f => f.Set("Channel", "none"));

    internal static byte[] Jpeg(int width = 8) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Canary)]),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Canary)),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, 0, 8, 0, (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, 1, .. new byte[15], 0]),
        .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0x56,
        0xFF, 0xD9,
    ];

    private static byte[] Segment(byte marker, byte[] payload)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(payload.Length + 2));
        return [0xFF, marker, .. length, .. payload];
    }
}
