using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Layar.Host.Tests.Web;

[Trait("Kind", "page"), Collection(HostHouse.Name)]
public sealed class TooMuchTests(HostServer server)
{
    private const int Large = 40 * 1024 * 1024;

    [Theory]
    [InlineData("/lapor", "application/x-www-form-urlencoded")]
    [InlineData("/lapor", "multipart/form-data; boundary=batas")]
    [InlineData("/lapor/kontak", "application/x-www-form-urlencoded")]
    [InlineData("/lacak", "application/x-www-form-urlencoded")]
    public async Task A_form_larger_than_its_page_takes_answers_with_a_page_that_says_so(string path, string type)
    {
        var (status, page) = await Send(path, type, Large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("Kiriman terlalu besar", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"id\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lapor", "application/x-www-form-urlencoded")]
    [InlineData("/lapor", "multipart/form-data; boundary=batas")]
    public async Task A_form_without_an_end_answers_the_same(string path, string type)
    {
        var answer = await Endless(path, type);
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("Kiriman terlalu besar", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_answer_of_six_megabytes_is_too_large_too()
    {
        var (status, page) = await Send("/lapor", "application/x-www-form-urlencoded", 6 * 1024 * 1024);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("Kiriman terlalu besar", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_has_no_token_stays_a_bad_request()
    {
        var (status, page) = await Send("/lapor", "application/x-www-form-urlencoded", 100);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Isian tidak dapat dibaca", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_torn_stays_a_bad_request()
    {
        var (status, page) = await Send("/lapor", "multipart/form-data; boundary=lain", 100);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Isian tidak dapat dibaca", page, StringComparison.Ordinal);
    }

    /// <summary>A page for photos takes more than others.</summary>
    [Fact]
    public async Task The_page_of_photos_takes_more()
    {
        var (status, page) = await Send("/lapor/foto", "multipart/form-data; boundary=batas", Large);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Isian tidak dapat dibaca", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_house_logs_nothing_of_it()
    {
        server.Failures.Clear();
        await Endless("/lapor", "application/x-www-form-urlencoded");
        await Endless("/lapor", "multipart/form-data; boundary=batas");
        await Send("/lapor", "multipart/form-data; boundary=batas", Large);
        Assert.Empty(server.Failures);
    }

    /// <summary>Pieces without an announced length, until a little more was sent than any page without photos takes.</summary>
    private async Task<string> Endless(string path, string type)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n"));
        var head = type.StartsWith("multipart", StringComparison.Ordinal) ? "--batas\r\nContent-Disposition: form-data; name=\"Files\"; filename=\"a.jpg\"\r\n\r\n" : "Danger=";
        for (var sent = 0; sent <= 32 * 1024 * 1024; sent += 65536)
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"10000\r\n{(sent == 0 ? head : "").PadRight(65536, 'a')}\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private async Task<(HttpStatusCode Status, string Page)> Send(string path, string type, int length)
    {
        using var visitor = server.Visitor();
        var head = type.StartsWith("multipart", StringComparison.Ordinal) ? "--batas\r\nContent-Disposition: form-data; name=\"Files\"; filename=\"a.jpg\"\r\n\r\n"u8 : "Danger="u8;
        var bytes = new byte[length];
        bytes.AsSpan().Fill((byte)'a');
        head.CopyTo(bytes);
        if (type.Contains("batas", StringComparison.Ordinal)) "\r\n--batas--\r\n"u8.CopyTo(bytes.AsSpan(length - 13));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await visitor.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
