using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Journeys.Tests.House;

namespace Layar.Journeys.Tests.Phone;

/// <summary>The stock client tus-js-client 4.3.1, unchanged, in a real browser on a bad line.</summary>
[Trait("Kind", "journey"), Collection(Phones.Name)]
public sealed class StockClientTests(PhoneHouse house)
{
    private static readonly string Client = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Phone", "TusClient", "tus.min.js"));

    private const string Upload = """
        ({ report, secret, seq, bytes }) => new Promise((done, fail) => {
          const upload = new tus.Upload(new Blob([new Uint8Array(bytes)]), {
            endpoint: '/unggah', chunkSize: 20000, retryDelays: Array(40).fill(50), metadata: { report, seq: String(seq), filename: 'rumah.jpg' },
            headers: { Authorization: 'Bearer ' + secret }, storeFingerprintForResuming: false,
            onError: (error) => fail(new Error(String(error))), onSuccess: () => done(upload.url),
          });
          upload.start();
        })
        """;

    [Fact]
    public async Task A_stock_client_uploads_resumes_and_gives_up()
    {
        await using var phone = await house.Telephone(seed: 7, worker: false);
        await phone.Opens("/cuaca");
        await phone.Page.EvaluateAsync(Client + "\n;undefined");
        var (report, secret) = await Reported(photos: 2);
        var picture = await phone.Page.ScreenshotAsync(new() { Type = Microsoft.Playwright.ScreenshotType.Jpeg, Quality = 95 });
        phone.Line.Share = 0.4;
        await phone.Runs<string>(Upload, new { report, secret, seq = 1, bytes = picture.Select(b => (int)b).ToArray() });
        Assert.Single(await house.Server.PhotosOf(report));
        phone.Line.Share = 0;
        Assert.Equal(204, await phone.Runs<int>("""
            async ({ report, secret }) => {
              const begun = await fetch('/unggah', { method: 'POST', headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '9', Authorization: 'Bearer ' + secret, 'Upload-Metadata': `report ${btoa(report)},seq ${btoa('2')}` } });
              const address = begun.headers.get('Location');
              await tus.Upload.terminate(address, {});
              return (await fetch(address, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } })).status === 404 ? 204 : 0;
            }
            """, new { report, secret }));
    }

    private async Task<(string Report, string Secret)> Reported(int photos)
    {
        var body = new JsonObject
        {
            ["reportId"] = Guid.NewGuid().ToString(), ["for"] = "neighbour", ["problem"] = "lansia", ["story"] = "Klien lain", ["areaCode"] = "63.11.02.2004", ["photos"] = photos,
            ["contact"] = new JsonObject { ["channel"] = "none" }, ["secrecy"] = "open",
        };
        using var machine = house.Server.Visitor();
        var answer = (await (await machine.Http.PostAsJsonAsync("/api/laporan", body)).Content.ReadFromJsonAsync<JsonObject>())!;
        return ((string)body["reportId"]!, (string)answer["uploadSecret"]!);
    }
}
