using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Layar.Host.Tests.Reliability;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Host.Tests.PowerLoss;

/// <summary>Citizens and officers at work at the same time, on every way by which something is written: reports, photos, acts, letters; mail follows by itself.</summary>
internal sealed class Workload(LiveProgram program, Promises promises)
{
    private const int Phones = 3;
    private const int ReportsOfAPhone = 30;
    private const int Notes = 40;
    private const int Letters = 6;

    public async Task Done() => await Task.WhenAll([.. Enumerable.Range(0, Phones).Select(Citizen), Officer(), Office()]);

    private async Task Citizen(int phone)
    {
        using var http = program.Http();
        for (var i = 0; i < ReportsOfAPhone; i++)
        {
            var id = Guid.CreateVersion7();
            using var answer = await http.PostAsJsonAsync("/api/laporan", new
            {
                reportId = id, @for = "neighbour", problem = "lansia", story = "Nenek tinggal sendiri.", areaCode = "63.11.02.2004", secrecy = i % 7 == 0 ? "secret" : "open",
                photos = 1, contact = new { channel = "email", value = $"warga{phone}.{i}@contoh.id" },
            });
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            promises.Add(Promised.Report, id.ToString(), (string)said["code"]!);
            if (i % 2 == 0) await Photo(http, id, (string)said["uploadSecret"]!, phone * ReportsOfAPhone + i);
        }
    }

    private async Task Photo(HttpClient http, Guid report, string right, int number)
    {
        var picture = Samples.Jpeg(16 + number, 16);
        using var begin = Tus(HttpMethod.Post, "/unggah");
        begin.Headers.Add("Upload-Length", $"{picture.Length}");
        begin.Headers.Add("Upload-Metadata", $"report {Base64($"{report}")},seq {Base64("1")},filename {Base64("rumah.jpg")}");
        begin.Headers.Authorization = new("Bearer", right);
        using var begun = await http.SendAsync(begin);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        using var send = Tus(HttpMethod.Patch, begun.Headers.Location!.OriginalString);
        send.Headers.Add("Upload-Offset", "0");
        send.Content = new ByteArrayContent(picture) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        using var sent = await http.SendAsync(send);
        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        promises.Add(Promised.Photo, $"{report}");
    }

    private async Task Officer()
    {
        using var manager = await As(Roles.Manager);
        var cases = await Cases(manager);
        for (var i = 0; i < Notes; i++)
        {
            var (number, note) = (cases[i % cases.Count], $"Catatan {Guid.NewGuid():N}");
            var page = await manager.Open($"/petugas/kasus/{number}/catatan");
            if (page.Status != HttpStatusCode.OK) continue;
            var answer = await page.Form("Tambah catatan").Set("Input.Words", note).Press("Tambah catatan");
            if (answer.Status == HttpStatusCode.Redirect) promises.Add(Promised.Note, number, note);
        }
    }

    /// <summary>Statements from the draft to the signature, which takes the number.</summary>
    private async Task Office()
    {
        using var manager = await As(Roles.Manager);
        using var division = await As(Roles.DivisionHead);
        using var head = await As(Roles.Head);
        foreach (var number in await Cases(manager))
        {
            if (promises.Count(Promised.Number) == Letters) return;
            var page = await manager.Open($"/petugas/kasus/{number}/surat?jenis=Statement");
            if (page.Status != HttpStatusCode.OK || !page.Text.Contains("Ajukan", StringComparison.Ordinal)) continue;
            var drafted = await page.Form("Ajukan").Set("Input.Statement", "adalah benar warga Desa Tabuan.").Press("Ajukan");
            if (drafted.Location is not { } letter) continue;
            foreach (var (who, word) in new[] { (division, "Paraf"), (head, "Mengetahui"), (manager, "Terbitkan surat") })
            {
                var look = await who.Open(letter);
                if (!look.Document.QuerySelectorAll("form button").Any(b => b.TextContent.Contains(word, StringComparison.Ordinal))) continue;
                var pressed = await look.Form(word).Press(word);
                if (word == "Terbitkan surat" && pressed.Status == HttpStatusCode.Redirect) promises.Add(Promised.Number, letter.Split('/')[^1]);
            }
        }
    }

    private async Task<Visitor> As(string role)
    {
        var visitor = new Visitor(program.Address);
        Assert.NotNull((await visitor.SignIn(role, StaffSignIn.DemoPassword)).Location);
        return visitor;
    }

    private static async Task<List<string>> Cases(Visitor officer) =>
        [.. (await officer.Open("/petugas/kasus?tampilan=semua")).Document.QuerySelectorAll("a[href^='/petugas/kasus/BLG-']").Select(a => a.GetAttribute("href")!.Split('/')[3].Split('?')[0]).Distinct()];

    private static HttpRequestMessage Tus(HttpMethod verb, string address) => new(verb, address) { Headers = { { "Tus-Resumable", "1.0.0" } } };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
