using System.Net;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Uploads;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Uploads;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class UploadTests(IntakeServer server)
{
    [Fact]
    public async Task A_photo_comes_in_pieces_and_stands_with_its_report_byte_by_byte()
    {
        using var sender = await Sender.Reported(server);
        var picture = Sender.Picture(100_000);
        var begun = await sender.Asks(1, picture.Length);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        Assert.True(DateTimeOffset.Parse(begun.Headers.GetValues("Upload-Expires").Single()) > DateTimeOffset.UtcNow.AddHours(47));
        var address = begun.Headers.Location!.OriginalString;
        var first = await sender.Sends(address, 0, picture[..40_000]);
        Assert.Equal((HttpStatusCode.NoContent, "40000"), (first.StatusCode, first.Headers.GetValues("Upload-Offset").Single()));
        Assert.Equal((HttpStatusCode.OK, 40_000), await sender.Looks(address));
        Assert.Empty(await sender.Kept(server));
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Sends(address, 40_000, picture[40_000..])).StatusCode);
        Assert.Equal((HttpStatusCode.OK, picture.Length), await sender.Looks(address));
        Assert.Equal(picture, Assert.Single(await sender.Kept(server)).Bytes);
        await Wrote(sender, photos: 1);
    }

    [Fact]
    public async Task Repeated_and_late_pieces_change_nothing()
    {
        using var sender = await Sender.Reported(server);
        var picture = Sender.Picture(5_000);
        var address = await sender.Begins(1, picture.Length);
        await sender.Sends(address, 0, picture[..2_000]);
        var again = await sender.Sends(address, 0, picture[..2_000]);
        Assert.Equal((HttpStatusCode.Conflict, "2000"), (again.StatusCode, again.Headers.GetValues("Upload-Offset").Single()));
        Assert.Equal(HttpStatusCode.Conflict, (await sender.Sends(address, 3_000, picture[3_000..])).StatusCode);
        await sender.Sends(address, 2_000, picture[2_000..]);
        Assert.Equal(HttpStatusCode.Conflict, (await sender.Sends(address, 0, picture)).StatusCode);
        var twin = await sender.Begins(1, picture.Length);
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Sends(twin, 0, picture)).StatusCode);
        Assert.Equal(picture, Assert.Single(await sender.Kept(server)).Bytes);
        await Wrote(sender, photos: 1);
        var other = Sender.Picture(5_000, seed: 2);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sender.Sends(await sender.Begins(1, other.Length), 0, other)).StatusCode);
        Assert.Equal(picture, Assert.Single(await sender.Kept(server)).Bytes);
    }

    [Fact]
    public async Task Addresses_that_were_lost_on_the_way_do_not_lock_a_report()
    {
        using var sender = await Sender.Reported(server);
        for (var i = 0; i < 25; i++) Assert.Equal(HttpStatusCode.Created, (await sender.Asks(1, 100)).StatusCode);
        for (var i = 0; i < 15; i++) await sender.Sends((await sender.Asks(2, 100)).Headers.Location!.OriginalString, 0, new byte[10]);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await sender.Asks(2, 100)).StatusCode);
    }

    [Fact]
    public async Task Five_photos_at_once_all_arrive()
    {
        using var sender = await Sender.Reported(server, photos: 5);
        var pictures = Enumerable.Range(1, 5).Select(seed => Sender.Picture(20_000, seed)).ToList();
        await Task.WhenAll(pictures.Select(async (picture, i) => Assert.Equal(HttpStatusCode.NoContent, (await sender.Sends(await sender.Begins(i + 1, picture.Length), 0, picture)).StatusCode)));
        Assert.Equal(pictures, (await sender.Kept(server)).Select(p => p.Bytes));
        await Wrote(sender, photos: 5);
    }

    [Fact]
    public async Task Only_who_sent_the_report_may_add_to_it_and_only_what_was_announced()
    {
        using var sender = await Sender.Reported(server, photos: 1, secret: true);
        using var other = await Sender.Reported(server);
        Assert.Equal(HttpStatusCode.Forbidden, (await sender.Asks(1, 100, with: "")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Asks(1, 100, of: sender.Report)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sender.Asks(1, 100, of: Guid.NewGuid())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sender.Asks(2, 100)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sender.Asks(0, 100)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await sender.Asks(1, 100)).StatusCode);
        await server.Within(services =>
        {
            var (id, long_ago) = (new ReportId(sender.Report), DateTime.UtcNow.AddDays(-8));
            return services.GetRequiredService<AppDb>().Set<Report>().Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.ReceivedAt, long_ago));
        });
        var late = await sender.Asks(1, 100);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Contains("7 hari", await late.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("MZ no photo", "Foto harus JPG atau PNG")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC")]
    [InlineData("%PDF-1.4 %%EOF", "Foto harus JPG atau PNG")]
    public async Task What_is_no_photo_is_refused_when_it_is_whole_and_forgotten(string content, string words)
    {
        using var sender = await Sender.Reported(server);
        var bytes = System.Text.Encoding.Latin1.GetBytes(content);
        var address = await sender.Begins(1, bytes.Length);
        var answer = await sender.Sends(address, 0, bytes);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await sender.Looks(address)).Status);
        Assert.Empty(await sender.Kept(server));
    }

    [Fact]
    public async Task Place_and_device_in_a_photo_are_gone()
    {
        using var sender = await Sender.Reported(server);
        var picture = Reporting.PhotoTests.Jpeg();
        await sender.Sends(await sender.Begins(1, picture.Length), 0, picture);
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(Assert.Single(await sender.Kept(server)).Bytes));
    }

    [Fact]
    public async Task The_protocol_is_spoken_as_written()
    {
        using var sender = await Sender.Reported(server);
        var offer = await sender.Call(HttpMethod.Options, "/unggah", null, null);
        Assert.Equal(HttpStatusCode.NoContent, offer.StatusCode);
        Assert.Equal(("1.0.0", "creation,expiration,termination", "4194304"),
            (offer.Headers.GetValues("Tus-Version").Single(), offer.Headers.GetValues("Tus-Extension").Single(), offer.Headers.GetValues("Tus-Max-Size").Single()));
        var old = await sender.Asks(1, 100, version: "0.2.2");
        Assert.Equal((HttpStatusCode.PreconditionFailed, "1.0.0"), (old.StatusCode, old.Headers.GetValues("Tus-Version").Single()));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await sender.Asks(1, 100, version: null)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await sender.Asks(1, 5_000_000_000)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.Asks(1, 0)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.Call(HttpMethod.Post, "/unggah", null, "1.0.0", ("Upload-Length", "9"), ("Upload-Metadata", "report !!,seq"))).StatusCode);
        var nowhere = await sender.Call(HttpMethod.Head, "/unggah/" + new string('a', 32), null, "1.0.0");
        Assert.Equal((HttpStatusCode.NotFound, null), (nowhere.StatusCode, nowhere.Content.Headers.ContentType));
        var address = await sender.Begins(1, 10);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await sender.Sends(address, 0, new byte[4], "application/octet-stream")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await sender.Sends(address, 0, new byte[11])).StatusCode);
        var head = await sender.Call(HttpMethod.Head, address, null, "1.0.0");
        Assert.Equal(("0", "10", "no-store"), (head.Headers.GetValues("Upload-Offset").Single(), head.Headers.GetValues("Upload-Length").Single(), head.Headers.CacheControl!.ToString()));
        var piece = new ByteArrayContent(new byte[4]) { Headers = { ContentType = new("application/offset+octet-stream") } };
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Call(HttpMethod.Post, address, piece, "1.0.0", ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "0"))).StatusCode);
        Assert.Equal(4, (await sender.Looks(address)).Offset);
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Call(HttpMethod.Delete, address, null, "1.0.0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.Looks(address)).Status);
    }

    [Fact]
    public async Task Uploads_that_nobody_goes_on_with_are_deleted_with_their_bytes()
    {
        using var sender = await Sender.Reported(server);
        var address = await sender.Begins(1, 10);
        await sender.Sends(address, 0, new byte[4]);
        var id = new ReportId(sender.Report);
        await server.Within(async services =>
        {
            var (db, past) = (services.GetRequiredService<AppDb>(), DateTime.UtcNow.AddMinutes(-1));
            var upload = await db.Set<ReportUpload>().Where(u => u.ReportId == id).Select(u => u.Id).SingleAsync();
            Assert.True(await db.Set<ReportUploadPiece>().AnyAsync(p => p.UploadId == upload));
            await db.Set<ReportUpload>().Where(u => u.ReportId == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.ExpiresAt, past));
            await services.GetServices<Kernel.Scheduling.IJob>().Single(j => j.Name == "uploads").Run(CancellationToken.None);
            Assert.False(await db.Set<ReportUpload>().AnyAsync(u => u.ReportId == id));
            Assert.False(await db.Set<ReportUploadPiece>().AnyAsync(p => p.UploadId == upload));
            return true;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await sender.Looks(address)).Status);
    }

    [Fact]
    public async Task An_upload_that_goes_on_in_the_moment_it_expires_keeps_all_its_pieces()
    {
        using var sender = await Sender.Reported(server);
        var picture = Sender.Picture(5_000);
        var address = await sender.Begins(1, picture.Length);
        await sender.Sends(address, 0, picture[..2_000]);
        var id = new ReportId(sender.Report);
        var uploads = server.Services.GetServices<Kernel.Scheduling.IJob>().Single(j => j.Name == "uploads");
        var past = DateTime.UtcNow.AddMinutes(-1);
        await server.Within(s => s.GetRequiredService<AppDb>().Set<ReportUpload>().Where(u => u.ReportId == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.ExpiresAt, past)));
        Task? expiry = null;
        await server.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            return await services.GetRequiredService<Change>().Run(async () =>
            {
                var (later, mine) = (DateTime.UtcNow.AddHours(1), db.Set<ReportUpload>().Where(u => u.ReportId == id));
                await mine.ExecuteUpdateAsync(u => u.SetProperty(x => x.ExpiresAt, later));
                expiry = Task.Run(() => uploads.Run(CancellationToken.None));
                await Task.WhenAny(expiry, Task.Delay(700));
                return Kernel.Outcomes.Outcome.Success;
            }, CancellationToken.None);
        });
        await expiry!;
        Assert.Equal((HttpStatusCode.OK, 2_000), await sender.Looks(address));
        await sender.Sends(address, 2_000, picture[2_000..]);
        Assert.Equal(picture, Assert.Single(await sender.Kept(server)).Bytes);
    }

    private Task<bool> Wrote(Sender sender, int photos) => server.Within(async services =>
    {
        var (db, id) = (services.GetRequiredService<AppDb>(), new ReportId(sender.Report));
        var report = await db.Set<Report>().SingleAsync(r => r.Id == id);
        Assert.Equal(photos, await db.Set<Act>().CountAsync(a => a.Chain == report.CaseId.Value && a.Kind == "ReporterPhotoCame"));
        var number = "BLG-" + report.Code[..4] + "-" + report.Code[4..];
        Assert.Equal(photos, (await db.Database.SqlQuery<int>($"SELECT photo_count AS \"Value\" FROM case_file WHERE number = {number}").ToListAsync()).Single());
        return true;
    });
}
