using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Layar.Weather.Tests;

/// <summary>Answers over HTTP in the shapes that BMKG documents; what it says is set by the test.</summary>
public sealed class BmkgStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private BmkgStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/prakiraan-cuaca", (string adm4) => Answer(() => (Broken, "application/json", Forecast(adm4))));
        app.MapGet("/nowcast", () => Down ? Results.StatusCode(503) : Results.Text(Feed(), "application/rss+xml"));
        app.MapGet("/nowcast/{name}", (string name) => Warnings.TryGetValue(name, out var xml) ? Results.Text(xml, "application/xml") : Results.NotFound());
    }

    /// <summary>503 for everything.</summary>
    public bool Down { get; set; }

    /// <summary>Sent in place of a forecast.</summary>
    public string? Broken { get; set; }

    /// <summary>How often a forecast was asked for.</summary>
    public int Asked => asked;

    /// <summary>Code of the weather for a moment (UTC).</summary>
    public Func<DateTime, int> Code { get; set; } = _ => 3;

    /// <summary>CAP files by name.</summary>
    public Dictionary<string, string> Warnings { get; } = [];

    /// <summary>Further addresses in the feed.</summary>
    public List<string> Elsewhere { get; } = [];

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static BmkgStandIn Start()
    {
        var one = new BmkgStandIn();
        one.app.StartAsync().GetAwaiter().GetResult();
        return one;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static string Cap(string headline, string places, DateTime until, string polygon = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>x</identifier><info><language>id-ID</language><event>Hujan Lebat</event><severity>Moderate</severity>
        <effective>{until.AddHours(-4):yyyy-MM-ddTHH:mm:ss}+00:00</effective><expires>{until:yyyy-MM-ddTHH:mm:ss}+00:00</expires><headline>{headline}</headline>
        <description>{places}</description><area><areaDesc>Kalimantan Selatan</areaDesc><polygon>{polygon}</polygon></area></info></alert>
        """;

    private IResult Answer(Func<(string? Broken, string Type, string Body)> body)
    {
        Interlocked.Increment(ref asked);
        if (Down) return Results.StatusCode(503);
        var (broken, type, whole) = body();
        return Results.Text(broken ?? whole, type);
    }

    private string Feed() =>
        "<rss version=\"2.0\"><channel><title>Peringatan Dini</title>" +
        string.Concat(Warnings.Keys.Select(n => $"{Address}/nowcast/{n}").Concat(Elsewhere).Select(a => $"<item><title>Hujan Lebat di Kalimantan Selatan</title><link>{a}</link></item>")) + "</channel></rss>";

    private string Forecast(string village)
    {
        var now = DateTime.UtcNow;
        var first = now.Date.AddHours(now.Hour / 3 * 3);
        var days = Enumerable.Range(0, 24).Select(i => first.AddHours(3 * i)).GroupBy(t => t.AddHours(8).Date).Select(day => day.Select(t => new
        {
            utc_datetime = t.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), local_datetime = t.AddHours(8).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            t = 27, hu = 88, weather = Code(t), weather_desc = "Awan Aneh", weather_desc_en = "Strange Cloud", ws = 7.4, wd = "SE", tcc = 100, vs = 9000, vs_text = "< 10 km",
        }));
        var place = new { adm1 = "63", adm2 = "63.11", adm4 = village, timezone = "Asia/Makassar" };
        return JsonSerializer.Serialize(new { lokasi = place, data = new[] { new { lokasi = place, cuaca = days } } });
    }
}
