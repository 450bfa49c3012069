using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Layar.Intake.Reports;
using Layar.Intake.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Uploads;

/// <summary>A program that sent a report and lets its photos follow by tus 1.0.0, header by header.</summary>
internal sealed class Sender(Visitor visitor, Guid report, string right) : IDisposable
{
    public Guid Report { get; } = report;

    public string Code { get; private init; } = "";

    public static async Task<Sender> Reported(LayarServer server, int photos = 2, bool secret = false, bool voice = false)
    {
        var visitor = server.Visitor();
        var id = Guid.NewGuid();
        var (status, answer) = await IntakeServer.Post(visitor, IntakeServer.Body(id, b => { b["photos"] = photos; if (secret) b["secrecy"] = "secret"; if (voice) (b["voice"], b["story"]) = (true, null); }));
        Assert.Equal(201, status);
        return new Sender(visitor, id, (string)answer["uploadSecret"]!) { Code = (string)answer["code"]! };
    }

    public async Task<string> Begins(int seq, int length) => (await Asks(seq, length)).Headers.Location!.OriginalString;

    public Task<HttpResponseMessage> Asks(int seq, long length, string? with = null, Guid? of = null, string? version = "1.0.0") =>
        Call(HttpMethod.Post, "/unggah", null, version, ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)),
            ("Upload-Metadata", $"report {Base64((of ?? Report).ToString())},seq {Base64(seq.ToString(CultureInfo.InvariantCulture))},filename {Base64("rumah.jpg")}"), ("Authorization", "Bearer " + (with ?? right)));

    public Task<HttpResponseMessage> Sends(string address, int offset, byte[] bytes, string type = "application/offset+octet-stream")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new(type);
        return Call(HttpMethod.Patch, address, content, "1.0.0", ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)));
    }

    public async Task<(HttpStatusCode Status, int Offset)> Looks(string address)
    {
        var answer = await Call(HttpMethod.Head, address, null, "1.0.0");
        return (answer.StatusCode, answer.Headers.TryGetValues("Upload-Offset", out var offset) ? int.Parse(offset.Single(), CultureInfo.InvariantCulture) : -1);
    }

    public async Task<HttpResponseMessage> Call(HttpMethod verb, string address, HttpContent? content, string? version, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(verb, address) { Content = content };
        if (version is not null) request.Headers.Add("Tus-Resumable", version);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await visitor.Http.SendAsync(request);
    }

    /// <summary>Says how much will come, sends a part of it, and is gone after <paramref name="meanwhile"/>.</summary>
    public async Task IsCutOff(Uri server, string address, int offset, byte[] part, int announced, Func<Task> meanwhile)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(server.Host, server.Port);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"PATCH {address} HTTP/1.1\r\nHost: {server.Authority}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: {offset}\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: {announced}\r\n\r\n"));
        await stream.WriteAsync(part);
        await stream.FlushAsync();
        await meanwhile();
        line.Client.LingerState = new LingerOption(enable: true, seconds: 0);
    }

    /// <summary>What the house keeps of this report's photos, in their order.</summary>
    public Task<List<(int Seq, byte[] Bytes)>> Kept(LayarServer server) => server.Within(async services =>
    {
        var (db, id, kept) = (services.GetRequiredService<AppDb>(), new ReportId(Report), new List<(int, byte[])>());
        foreach (var photo in await db.Set<ReportPhoto>().Where(p => p.ReportId == id).OrderBy(p => p.Seq).ToListAsync())
            kept.Add((photo.Seq, await services.GetRequiredService<IFileStore>().Get(await db.Set<StoredFile>().SingleAsync(f => f.Id == photo.FileId), CancellationToken.None)));
        return kept;
    });

    /// <summary>A picture of at least this many bytes that holds nothing besides, as a phone has it after shrinking.</summary>
    public static byte[] Picture(int bytes, int seed = 1)
    {
        var pixels = new byte[bytes];
        new Random(seed).NextBytes(pixels);
        for (var i = 0; i < pixels.Length; i++) if (pixels[i] == 0xFF) pixels[i] = 0x11;
        var empty = Kernel.Files.MetadataStripper.Strip(Reporting.PhotoTests.Jpeg()).Match(p => p.Bytes, why => throw new InvalidOperationException(why.Code));
        return [.. empty[..^2], .. pixels, 0xFF, 0xD9];
    }

    public void Dispose() => visitor.Dispose();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
