using System.Text.Json;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Api;

/// <summary><c>GET /api/layanan</c>: problems and services with the documents they ask for, in the language of the request.</summary>
internal static class ServicesEndpoint
{
    public static async Task Get(HttpContext http)
    {
        var catalogue = http.RequestServices.GetRequiredService<ICatalogue>();
        var day = Wita.Day(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var body = new ServicesBody(
            [.. catalogue.Problems.Select(p => new ProblemChoice(p.Code, $"{p.Text}", $"{p.Hint}", p.Sensitive, p.DefaultService))],
            [.. catalogue.Services(day).Select(s => new ServiceChoice(s.Code, s.Tile, $"{s.Name}", $"{s.Description}", s.WorkingDays, $"{s.Cost}", s.HomeVisit,
                [.. catalogue.RequirementsFor(s, Circumstances.None).Select(r => Document(r, catalogue.Documents[r.Document]))]))]);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "private, max-age=300";
        http.Response.Headers.Vary = "Cookie, Accept-Encoding";
        await JsonSerializer.SerializeAsync(http.Response.Body, body, ApiJson.Default.ServicesBody, http.RequestAborted);
    }

    private static DocumentChoice Document(Requirement asked, DocumentKind kind) =>
        new(kind.Code, $"{kind.Name}", $"{kind.Hint}", JsonNamingPolicy.CamelCase.ConvertName(asked.Need.ToString()), asked.Group);
}
