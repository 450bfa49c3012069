using System.IO.Compression;
using System.Net;
using System.Text;
using Layar.Testing;

namespace Layar.Intake.Tests.Home;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class HomeTests(IntakeServer server)
{
    [Fact]
    public async Task Home_leads_to_reporting_looking_up_eight_services_and_calling()
    {
        using var visitor = server.Visitor();
        var page = await visitor.Open("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(8, page.Document.QuerySelectorAll(".tiles a").Length);
        Assert.NotNull(page.Document.QuerySelector("a[href='/lapor']"));
        Assert.NotNull(page.Document.QuerySelector("form[action='/lacak'] input[name=kode]"));
        Assert.NotNull(page.Document.QuerySelector("a[href^='https://wa.me/']"));
        Assert.NotNull(page.Document.QuerySelector("a[href='tel:112']"));
        foreach (var tile in page.Document.QuerySelectorAll(".tiles a")) Assert.Equal(HttpStatusCode.OK, (await visitor.Open(tile.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task English_is_one_choice_away()
    {
        using var visitor = server.Visitor();
        Assert.Contains("Need social help?", (await visitor.Open("/?bahasa=en")).Title);
        Assert.Equal("Is this person in danger right now?", (await visitor.Open("/lapor")).Title);
    }

    [Fact]
    public async Task Every_service_has_its_page_with_documents_and_a_way_to_report()
    {
        using var visitor = server.Visitor();
        var tile = await visitor.Open("/layanan/panti-rehab");
        foreach (var link in tile.Document.QuerySelectorAll(".links a"))
        {
            var page = await visitor.Open(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.NotNull(page.Document.QuerySelector("a[href^='/lapor/']"));
        }
    }

    [Theory, Trait("Kind", "budget")]
    [InlineData("/")]
    [InlineData("/lapor")]
    [InlineData("/lacak")]
    [InlineData("/layanan/slrt")]
    [InlineData("/info/rujukan-panti")]
    [InlineData("/cuaca")]
    [InlineData("/privasi")]
    public async Task A_citizen_page_is_at_most_8_KB(string path)
    {
        using var visitor = server.Visitor();
        var page = await visitor.Open(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.InRange(Compressed(page.Text), 1, 8 * 1024);
    }

    /// <summary>Nine questions, the villages and the receipt in one document, fetched once for every version, within ten TCP segments.</summary>
    [Theory, Trait("Kind", "budget")]
    [InlineData("/lapor/di-hp"), InlineData("/lapor/di-hp?bahasa=en")]
    public async Task The_page_that_the_phone_keeps_comes_in_the_first_flight(string path)
    {
        using var visitor = server.Visitor();
        Assert.InRange(Compressed((await visitor.Open(path)).Text), 1, 14 * 1024);
    }

    internal static int Compressed(string html)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(Encoding.UTF8.GetBytes(html));
        return (int)output.Length;
    }
}
