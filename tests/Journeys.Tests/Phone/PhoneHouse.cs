using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.Phone;

/// <summary>The application and a browser that hands out telephones.</summary>
public sealed class PhoneHouse : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public JourneyServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        await Launch();
    }

    /// <summary>Another browser; call it when no telephone of the one before is in use.</summary>
    internal async Task BeginAnew()
    {
        await browser.DisposeAsync();
        await Launch();
    }

    private async Task Launch() => browser = await Browsers.Whole(playwright);

    /// <param name="before">runs in every page before its own scripts</param>
    internal async Task<Telephone> Telephone(int seed = 1, string? before = null, bool worker = true)
    {
        var line = new BadLine(Server.Address, seed);
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = line.Address, Locale = "id-ID", ViewportSize = new() { Width = 360, Height = 740 }, ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        await context.GrantPermissionsAsync(["microphone"]);
        context.SetDefaultTimeout(60_000);
        if (before is not null) await context.AddInitScriptAsync(before);
        return new Telephone(context, line);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await Server.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class Phones : ICollectionFixture<PhoneHouse>
{
    public const string Name = "phones";
}
