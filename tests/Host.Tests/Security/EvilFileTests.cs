using System.Net;
using System.Text;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Host.Tests.Security;

/// <summary>Forty malicious files through the door of the citizens and the door of the desk: none is kept as it came, none is served as something that runs.</summary>
[Trait("Kind", "page"), Collection(HostHouse.Name)]
public sealed class EvilFileTests(HostServer server)
{
    private const long MostMemory = 64 * 1024 * 1024;
    private static readonly string[] Traces = [EvilFiles.Eicar, "<script", "<svg", "<?php", "JavaScript", "GPS", "XMP", "tEXt", "zTXt", "Launch", "SubmitForm", "PK\u0003\u0004"];

    [Fact]
    public void There_are_forty() => Assert.Equal(40, EvilFiles.All.Select(f => f.Name).Distinct().Count());

    [Fact]
    public async Task A_citizen_cannot_bring_one_in()
    {
        foreach (var (name, bytes) in EvilFiles.All)
        {
            using var visitor = server.Visitor();
            var answer = await (await AtPhotos(visitor)).Form("Simpan dan lanjutkan").Attach("Files", name, "image/jpeg", bytes).Press("Lanjut");
            Assert.True((int)answer.Status < 500, $"{name}: {answer.Status}");
            var kept = (await visitor.Open("/lapor/foto")).Document.QuerySelector(".photo img")?.GetAttribute("src");
            if (kept is null) Assert.True(answer.Errors.Count > 0, $"{name} was refused without a word");
            else await Harmless(name, await visitor.Http.GetAsync(kept), bytes);
        }
    }

    [Fact]
    public async Task The_desk_cannot_either()
    {
        using var desk = await server.SignedIn(Roles.Operator);
        foreach (var (name, bytes) in EvilFiles.All)
        {
            var opened = await server.Case(new WantedCase { Service = "sandang" });
            var answer = await (await desk.Open(opened.Path + "/periksa")).Form("Simpan").Attach("Documents[ktp].File", $"../../{name}", "application/pdf", bytes).Press("Simpan");
            Assert.True((int)answer.Status < 500, $"{name}: {answer.Status}");
            var kept = (await desk.Open(opened.Path + "/periksa")).Document.QuerySelector("a[href*='/berkas/']")?.GetAttribute("href");
            if (kept is null) Assert.True(answer.Errors.Count > 0, $"{name} was refused without a word");
            else await Harmless(name, await desk.Http.GetAsync(kept), bytes);
        }
    }

    [Fact]
    public void What_unpacks_to_sixty_megabytes_is_judged_in_little_room()
    {
        foreach (var (name, bytes) in EvilFiles.All.Where(f => f.Name.Contains("bomb", StringComparison.Ordinal)).ToList())
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.False(PhotoContent.Inspect(bytes).IsDone && name != "bomb-chunk.png", name);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory, $"{name} took {GC.GetAllocatedBytesForCurrentThread() - before:N0} bytes");
        }
    }

    [Fact]
    public async Task Plain_papers_and_photos_come_in()
    {
        var opened = await server.Case(new WantedCase { Service = "sandang" });
        using var desk = await server.SignedIn(Roles.Operator);
        var form = (await desk.Open(opened.Path + "/periksa")).Form("Simpan").Attach("Documents[ktp].File", "ktp.pdf", "application/pdf", EvilFiles.Pdf("2 0 obj\n<</OpenAction[1 0 R /Fit]>>\nendobj\n"))
            .Attach("Documents[kk].File", "kk.jpg", "image/jpeg", Samples.Jpeg());
        Assert.Equal(HttpStatusCode.Redirect, (await form.Press("Simpan")).Status);
        var links = (await desk.Open(opened.Path + "/periksa")).Document.QuerySelectorAll("a[href*='/berkas/']").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(2, links.Count);
        foreach (var link in links) await Harmless(link!, await desk.Http.GetAsync(link), []);
        var files = await server.Within(s => s.GetRequiredService<AppDb>().Set<StoredFile>().OrderByDescending(f => f.Id).Take(2).ToListAsync());
        Assert.Equal(["application/pdf", "image/jpeg"], files.Select(f => f.MediaType).Order());
        Assert.Equal(CaseStep.Completeness, (await server.Look(opened)).Step);
    }

    private static async Task Harmless(string name, HttpResponseMessage answer, byte[] asItCame)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.False(asItCame.AsSpan().SequenceEqual(bytes), $"{name} was kept as it came");
        var text = Encoding.Latin1.GetString(bytes);
        foreach (var trace in Traces) Assert.False(text.Contains(trace, StringComparison.Ordinal), $"{trace} is left in {name}");
        // The one block that may stand is a fresh one of 34 bytes with nothing in it but how the picture is turned.
        if (text.IndexOf("Exif", StringComparison.Ordinal) is > 1 and var exif) Assert.Equal(34, text[exif - 2] << 8 | text[exif - 1]);
        Assert.Contains(answer.Content.Headers.ContentType!.MediaType, (string[])["image/jpeg", "image/png", "image/webp", "application/pdf"]);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("..", answer.Content.Headers.ContentDisposition?.FileName ?? "", StringComparison.Ordinal);
        if (answer.Content.Headers.ContentType.MediaType == "application/pdf") Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    /// <summary>The page for photos, three questions into the wizard.</summary>
    private static async Task<Page> AtPhotos(Visitor visitor)
    {
        var page = await visitor.Open("/lapor");
        foreach (var answer in (string[])["Tidak", "Tetangga", "Lansia sendirian"]) page = await (await page.Form("Simpan dan lanjutkan").Choose(answer).Press("Lanjut")).Follow();
        return page;
    }
}
