using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Layar.Intake.OnPhone;
using Layar.Intake.Tests.Reporting;
using Layar.Testing;

namespace Layar.Intake.Tests.OnPhone;

/// <summary>What the phone keeps of us, and what we ask of it.</summary>
[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed partial class PhoneTests(IntakeServer server)
{
    private const string Shell = "/lapor/di-hp";
    private const string Behind = "/lapor/di-hp/laci";

    [Fact]
    public async Task The_page_that_the_phone_keeps_is_the_same_for_everybody_and_holds_no_token()
    {
        using var stranger = server.Visitor();
        using var reporter = server.Visitor();
        await Wizard.Start(reporter).Next(f => f.Choose("Tidak")).Next(f => f.Choose("Tetangga"));
        var (one, other) = (await stranger.Open(Shell), await reporter.Open(Shell));
        Assert.Equal(one.Text, other.Text);
        Assert.Empty(one.Answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
        Assert.DoesNotContain("name=\"_t\"", one.Text);
        Assert.DoesNotContain("CfDJ8", one.Text);
        Assert.DoesNotMatch("""<script(?![^>]*src)|\son[a-z]+=|\sstyle=""", one.Text);
        foreach (var step in (string[])["bahaya", "untuk", "masalah", "foto", "lokasi", "cerita", "orang", "kontak"]) Assert.NotNull(one.Document.QuerySelector($"template#t-{step}"));
        var behind = await stranger.Open(Behind);
        foreach (var view in (string[])["periksa", "tersimpan", "terkirim", "ditolak", "draf", "petugas"]) Assert.NotNull(behind.Document.QuerySelector($"template#t-{view}"));
        Assert.NotNull(one.Document.QuerySelector("noscript a[href='/lapor']"));
    }

    [Theory]
    [InlineData(Shell), InlineData(Shell + "?bahasa=en"), InlineData(Behind), InlineData(Behind + "?bahasa=en")]
    public async Task The_page_that_the_phone_keeps_is_packed_as_small_as_it_can_be(string path)
    {
        using var visitor = server.Visitor();
        var plain = await visitor.Http.GetByteArrayAsync(path);
        using var asked = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "gzip, br" } } };
        var answer = await visitor.Http.SendAsync(asked);
        Assert.Equal(("br", "Accept-Encoding"), (answer.Content.Headers.ContentEncoding.Single(), answer.Headers.Vary.Single()));
        var packed = await answer.Content.ReadAsByteArrayAsync();
        Assert.InRange(packed.Length, 1, 8 * 1024);
        using var unpacked = new MemoryStream();
        await using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress)) await brotli.CopyToAsync(unpacked);
        Assert.Equal(plain, unpacked.ToArray());
    }

    [Theory]
    [InlineData("/"), InlineData("/?bahasa=en"), InlineData("/cuaca"), InlineData(Shell), InlineData(Shell + "?bahasa=en"), InlineData(Behind)]
    public async Task Pages_that_the_worker_keeps_hold_nobody_s_data(string path)
    {
        using var visitor = server.Visitor();
        var (one, other) = (await visitor.Http.GetStringAsync(path), await server.Visitor().Http.GetStringAsync(path));
        Assert.Equal(one, other);
        Assert.DoesNotContain("name=\"_t\"", one);
    }

    [Fact]
    public async Task The_worker_finds_every_file_of_its_list_in_at_most_80_KB()
    {
        using var visitor = server.Visitor();
        var answer = await visitor.Http.GetAsync("/sw.js");
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        var script = await answer.Content.ReadAsStringAsync();
        var files = JsonNode.Parse(List().Match(script).Groups[1].Value)!.AsArray().Select(f => (string)f!).ToList();
        Assert.True(files.Count > 10);
        long sum = 0;
        foreach (var file in files)
        {
            var found = await visitor.Http.GetAsync(file);
            Assert.True(found.StatusCode == HttpStatusCode.OK, file);
            if (file.StartsWith("/_content/", StringComparison.Ordinal)) Assert.Contains("immutable", found.Headers.CacheControl!.ToString());
            sum += Packed(await found.Content.ReadAsByteArrayAsync());
        }
        Assert.InRange(sum, 1, 80 * 1024);
        Assert.Equal(script, await visitor.Http.GetStringAsync("/sw.js"));
    }

    [Fact]
    public async Task The_app_has_the_name_of_this_office_and_pictures_of_the_size_it_says()
    {
        using var visitor = server.Visitor();
        var home = await visitor.Open("/");
        var answer = await visitor.Http.GetAsync(home.Document.QuerySelector("link[rel=manifest]")!.GetAttribute("href"));
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType!.MediaType);
        var app = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(("LAYAR SIBALANG GEN II", "Layar Sibalang", "/", "standalone"), ((string)app["name"]!, (string)app["short_name"]!, (string)app["id"]!, (string)app["display"]!));
        Assert.Contains(app["icons"]!.AsArray(), i => (string)i!["purpose"]! == "maskable");
        foreach (var icon in app["icons"]!.AsArray())
        {
            var picture = await visitor.Http.GetByteArrayAsync((string)icon!["src"]!);
            Assert.Equal((string)icon["sizes"]!, $"{BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16))}x{BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))}");
        }
        foreach (var shortcut in app["shortcuts"]!.AsArray()) Assert.Equal(HttpStatusCode.OK, (await visitor.Open(((string)shortcut!["url"]!).Split('#')[0])).Status);
        Assert.Equal("/lapor/bagikan", (string)app["share_target"]!["action"]!);
    }

    [Fact]
    public async Task Android_is_told_which_apps_may_show_the_site_as_their_own()
    {
        using var visitor = server.Visitor();
        var answer = await visitor.Http.GetAsync("/.well-known/assetlinks.json");
        Assert.Equal(("application/json", "[]"), (answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync()));
        var links = JsonNode.Parse(AssetLinks.Of([new("id.go.balangan.layar", ["AB:CD"])]))!;
        Assert.Equal("""[{"relation":["delegate_permission/common.handle_all_urls"],"target":{"namespace":"android_app","package_name":"id.go.balangan.layar","sha256_cert_fingerprints":["AB:CD"]}}]""", links.ToJsonString());
    }

    [Fact]
    public async Task What_another_app_shares_becomes_a_draft_also_without_the_worker()
    {
        using var visitor = server.Visitor();
        using var form = new MultipartFormDataContent { { new StringContent("Tolong nenek di belakang langgar"), "teks" } };
        form.Add(new ByteArrayContent(PhotoTests.Jpeg()) { Headers = { ContentType = new("image/jpeg") } }, "foto", "wa.jpg");
        var answer = await visitor.Http.PostAsync("/lapor/bagikan", form);
        Assert.Equal("/lapor", answer.Headers.Location!.OriginalString);
        Assert.Contains("Tolong nenek di belakang langgar", (await visitor.Open("/lapor/cerita")).Text);
        Assert.Single((await visitor.Open("/lapor/foto")).Document.QuerySelectorAll(".photo img"));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Http.PostAsync("/lapor/bagikan", null)).StatusCode);
    }

    [Fact]
    public async Task A_draft_begun_on_the_pages_of_the_server_goes_on_there()
    {
        using var visitor = server.Visitor();
        Assert.NotNull((await visitor.Open("/lapor")).Document.QuerySelector("[data-take-over]"));
        Assert.NotNull((await visitor.Open("/")).Document.QuerySelector("a[href='/lapor'][data-on-phone^='/lapor']"));
        Assert.NotNull((await visitor.Open("/lapor/permakanan")).Document.QuerySelector("form[data-on-phone^='/lapor/di-hp#layanan=permakanan=']"));
        await Wizard.Start(visitor).Next(f => f.Choose("Tidak"));
        Assert.Null((await visitor.Open("/lapor")).Document.QuerySelector("[data-take-over]"));
        Assert.Null((await visitor.Open("/")).Document.QuerySelector("a[data-on-phone^='/']"));
    }

    private static long Packed(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(bytes);
        return output.Length;
    }

    [GeneratedRegex(@"const FILES = (\[.*\]);")]
    private static partial Regex List();
}
