using System.Net;

namespace Layar.Host.Tests.Web;

[Trait("Kind", "page"), Collection(HostHouse.Name)]
public sealed class LastResortTests(HostServer server)
{
    [Theory]
    [InlineData("bug", HttpStatusCode.InternalServerError, "Layanan sedang bermasalah")]
    [InlineData("disk", HttpStatusCode.ServiceUnavailable, "Penyimpanan penuh")]
    [InlineData("database", HttpStatusCode.ServiceUnavailable, "Penyimpanan penuh")]
    public async Task A_failure_of_the_house_says_how_to_go_on_and_nothing_of_its_inside(string failure, HttpStatusCode status, string title)
    {
        using var visitor = server.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/lacak") { Headers = { { HostServer.FailingHeader, failure } } };
        using var answer = await visitor.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains("Isian Anda belum hilang", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia-di-dalam", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tidak-ada")]
    [InlineData("/lapor/tidak-ada-layanan")]
    [InlineData("/v/XXXXXXXX")]
    [InlineData("/petugas/kasus/BLG-0000-0000")]
    public async Task A_wrong_address_answers_with_a_page(string path)
    {
        using var visitor = server.Visitor();
        using var answer = await visitor.Http.GetAsync(path);
        Assert.True((int)answer.StatusCode is 200 or 302 or 404, $"{path}: {answer.StatusCode}");
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
