using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Layar.Bench.Load;

namespace Layar.Bench.Scenarios;

/// <summary>Reports as a telephone sends them; each has an id of its own.</summary>
internal static class Reports
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static readonly Call Post = new((_, _) => new HttpRequestMessage(HttpMethod.Post, "/api/laporan") { Content = Body() }, HttpStatusCode.Created);

    /// <summary>For the limit program, which answers 200.</summary>
    public static readonly Call PostToLimit = new((_, _) => new HttpRequestMessage(HttpMethod.Post, "/") { Content = Body() });

    public static async Task<(string Code, string Pin)> One(Uri address, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var answer = await http.SendAsync(Post.Make(0, 0), stop);
        if (answer.StatusCode != HttpStatusCode.Created) throw new CannotMeasure($"a report was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(stop)}");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        return (body.GetProperty("code").GetString()!, body.GetProperty("pin").GetString()!);
    }

    private static ByteArrayContent Body()
    {
        var number = Random.Shared.Next(10_000_000, 99_999_999);
        var text = $$"""
            {"reportId":"{{Guid.CreateVersion7()}}","for":"neighbour","problem":"lansia","emergency":false,
            "story":"Nenek di sebelah rumah tinggal sendiri, sudah {{number % 7 + 2}} hari tidak keluar, makan dari tetangga. Atap bocor dan kakinya bengkak.",
            "areaCode":"63.11.02.2004","lat":-2.2,"lon":115.6,"accuracyMetres":35,"landmark":"Rumah papan di belakang langgar",
            "person":{"name":"Aluh Warga Contoh","ageGroup":"elderly","sex":"P","nik":null},
            "contact":{"channel":"whatsapp","value":"0812{{number}}"},"secrecy":"open","consentVersion":"2026-11","photos":2}
            """;
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = Json;
        return content;
    }
}
