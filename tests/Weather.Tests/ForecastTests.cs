using System.Net;
using Layar.Testing;
using Layar.Weather.Bmkg;

namespace Layar.Weather.Tests;

/// <summary>One server each: what BMKG says is set for the whole of it.</summary>
[Trait("Kind", "page")]
public sealed class ForecastTests : IAsyncLifetime
{
    private const string Village = "63.11.02.2004";
    private readonly WeatherServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_citizen_chooses_a_village_in_two_steps_and_BMKG_is_asked_once()
    {
        server.Bmkg.Code = _ => 61;
        var visitor = server.Visitor();
        var districts = await visitor.Open("/cuaca");
        var villages = await visitor.Open(districts.Document.QuerySelectorAll("main .links a").Single(a => a.TextContent.Trim() == "Halong").GetAttribute("href")!);
        Assert.Equal("Cuaca Halong", villages.Title);
        var address = villages.Document.QuerySelectorAll("main .links a").First(a => a.TextContent.Trim() == "Binju").GetAttribute("href")!;
        var page = await visitor.Open(address);
        Assert.Equal("Cuaca Binju", page.Title);
        Assert.Contains("Hujan sedang", page.Text);
        Assert.Contains(page.Document.QuerySelectorAll("td"), c => c.TextContent == "27");
        Assert.Contains("Sumber: BMKG", page.Text);
        await visitor.Open(address);
        Assert.Equal(1, server.Bmkg.Asked);
        Assert.Contains("Weather of Binju", (await visitor.Open(address + "&bahasa=en")).Title);
    }

    [Fact]
    public async Task Twenty_who_ask_at_once_for_a_new_village_are_one_question_to_BMKG()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.Visitor().Open("/cuaca?desa=" + Village)));
        Assert.All(pages, p => Assert.Contains("Berawan", p.Text));
        Assert.Equal(1, server.Bmkg.Asked);
    }

    [Fact]
    public async Task When_BMKG_is_silent_the_last_answer_stays_with_its_time()
    {
        var visitor = server.Visitor();
        await visitor.Open("/cuaca?desa=" + Village);
        server.Bmkg.Down = true;
        await server.Age(Village, TimeSpan.FromHours(5));
        var page = await visitor.Open("/cuaca?desa=" + Village);
        Assert.Contains("Berawan", page.Text);
        Assert.Contains(Kernel.Time.Wita.Time(DateTime.UtcNow.AddHours(-5)).Split('.')[0], page.Text);
        await Until(() => server.Bmkg.Asked == 2);
        // It is not troubled again so soon.
        await visitor.Open("/cuaca?desa=" + Village);
        await visitor.Open("/cuaca?desa=" + Village);
        Assert.Equal(2, server.Bmkg.Asked);
    }

    [Theory, InlineData("<html>Pemeliharaan</html>"), InlineData("{\"data\":[]}"), InlineData("{\"data\":[{\"cuaca\":[[{\"weather\":3}]]}]}"), InlineData("")]
    public async Task An_answer_that_is_no_forecast_is_not_kept_and_the_page_says_how_to_go_on(string body)
    {
        server.Bmkg.Broken = body;
        var page = await server.Visitor().Open("/cuaca?desa=" + Village);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Prakiraan belum dapat diambil", page.Text);
        Assert.Contains("bmkg.go.id", page.Text);
    }

    [Theory, InlineData("63.72.01.1001"), InlineData("63.11"), InlineData("'; drop"), InlineData("")]
    public async Task Places_of_others_lead_to_the_choice(string place)
    {
        var page = await server.Visitor().Open("/cuaca?desa=" + Uri.EscapeDataString(place));
        Assert.Contains("Pilih kecamatan", page.Text);
        Assert.Equal(0, server.Bmkg.Asked);
    }

    [Fact]
    public void Codes_that_nobody_knows_are_said_in_the_words_of_BMKG()
    {
        var hours = Assert.Single(ForecastReading.Read("""{"data":[{"cuaca":[[{"utc_datetime":"2026-11-22 03:00:00","weather":777,"weather_desc":"Awan Aneh","t":27}]]}]}"""));
        Assert.Equal((777, "Awan Aneh", new DateTime(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc)), (hours.Code, hours.Words, hours.At));
        Assert.False(hours.Rough);
    }

    private static async Task Until(Func<bool> what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!what()) await Task.Delay(50, patience.Token);
    }
}
