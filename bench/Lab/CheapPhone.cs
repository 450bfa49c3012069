using System.Text.Json;
using Microsoft.Playwright;

namespace Layar.Bench.Lab;

/// <summary>A line between a village and the office.</summary>
/// <param name="Down">kbit/s</param>
/// <param name="Up">kbit/s</param>
/// <param name="Latency">milliseconds added to each request</param>
internal sealed record Signal(string Name, int Down, int Up, int Latency)
{
    public static readonly IReadOnlyList<Signal> All = [new("2G", 250, 50, 300), new("3G", 750, 250, 100), new("slow 4G", 1600, 750, 150)];
}

/// <summary>Chromium as a telephone of a million rupiah: 360 px wide, a processor four times slower, a bad line.</summary>
internal sealed class CheapPhone : IAsyncDisposable
{
    private const string Browser = "/usr/bin/chromium";
    private const int Slower = 4;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private CheapPhone(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<CheapPhone> Switch()
    {
        if (!File.Exists(Browser)) throw new CannotRunHere($"'{Browser}' is missing. Install chromium.");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"] }));
    }

    /// <summary>A tab with nothing stored yet.</summary>
    /// <param name="worker">whether pages may install their worker</param>
    public async Task<Tab> Open(Uri address, Signal signal, bool worker)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(), Locale = "id-ID", ViewportSize = new() { Width = 360, Height = 740 }, ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        var tab = new Tab(context, page, await context.NewCDPSessionAsync(page));
        await tab.Weaken(signal, Slower);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>One tab of the phone, with what came over its line.</summary>
internal sealed class Tab(IBrowserContext context, IPage page, ICDPSession session) : IAsyncDisposable
{
    private long bytes;
    private int requests;

    public IPage Page => page;

    /// <summary>Bytes that came, with their heads, since the last look.</summary>
    public (long Bytes, int Requests) Came() => (Interlocked.Exchange(ref bytes, 0), Interlocked.Exchange(ref requests, 0));

    public async Task Weaken(Signal signal, int slower)
    {
        await session.SendAsync("Network.enable");
        session.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            Interlocked.Add(ref bytes, (long)(told?.GetProperty("encodedDataLength").GetDouble() ?? 0));
            Interlocked.Increment(ref requests);
        };
        await session.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = signal.Latency, ["downloadThroughput"] = signal.Down * 1000 / 8, ["uploadThroughput"] = signal.Up * 1000 / 8,
        });
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slower });
    }

    public Task<JsonElement> Ask(string script) => page.EvaluateAsync<JsonElement>(script);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
