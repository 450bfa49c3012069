using System.Diagnostics;
using System.Text.Json;
using Layar.Journeys.Tests.House;
using Microsoft.Playwright;

namespace Layar.Journeys.Tests.Phone;

/// <summary>A report as somebody types it on the telephone, and what the telephone kept of it before it was sent.</summary>
/// <param name="Photos">SHA-256 of each photo after shrinking, hexadecimal</param>
/// <param name="Voice">the same of its voice note; null when nothing was recorded</param>
internal sealed record Typed(string Id, string Story, IReadOnlyList<string> Photos, string? Voice);

/// <summary>What lies on the telephone.</summary>
internal sealed record Kept(IReadOnlyList<KeptReport> Reports, IReadOnlyList<KeptReceipt> Receipts, IReadOnlyList<KeptPhoto> Photos);

internal sealed record KeptReport(string Id, string State, string? Story);

internal sealed record KeptReceipt(string Id, string Code, string Pin);

internal sealed record KeptPhoto(string Report, int Seq, string Sha256, int Bytes, bool Done);

/// <summary>A telephone with the app of the office on it: one browser context with its own storage, behind its own line.</summary>
internal sealed class Telephone(IBrowserContext context, BadLine line) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public BadLine Line => line;

    public IBrowserContext Context => context;

    public IPage Page { get; private set; } = null!;

    /// <summary>Opens the app once with a good line, so that the worker has everything.</summary>
    public async Task Meets(string path = "/")
    {
        Page = await context.NewPageAsync();
        await Page.GotoAsync(path);
        await Runs<object?>("async () => { await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise(r => setTimeout(r, 50)); }");
    }

    public async Task Opens(string path)
    {
        if (Page is null || Page.IsClosed) Page = await context.NewPageAsync();
        // The same address with another place in it would not load anew.
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(path);
    }

    /// <summary>The battery is gone: no page hears of its end.</summary>
    public Task Dies() => Page.CloseAsync();

    public async Task Shows(string words) => await Assertions.Expect(Page.Locator("main").Filter(new() { HasText = words })).ToBeVisibleAsync(new() { Timeout = 60_000 });

    /// <summary>Runs a script in the page; one that never ends is a failure.</summary>
    public Task<T> Runs<T>(string script, object? with = null) => Page.EvaluateAsync<T>(script, with).WaitAsync(TimeSpan.FromSeconds(120));

    /// <summary>Waits until a script in the page says true.</summary>
    public async Task Becomes(string script, object? with = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await Runs<bool>(script, with))
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(60)) throw new TimeoutException($"never became true: {script}");
            await Task.Delay(50);
        }
    }

    public async Task<Typed> Types(string story, int photos, int seed, string until = "kirim", bool voice = false) =>
        JsonSerializer.Deserialize<Typed>(await Runs<string>(Scripts.Answer, new { story, photos, seed, until, voice }), Json)!;

    public async Task<Kept> Looks() => JsonSerializer.Deserialize<Kept>(await Runs<string>(Scripts.Keeps), Json)!;

    /// <summary>Presses "Coba kirim sekarang" until nothing waits.</summary>
    public async Task SendsAll()
    {
        var watch = Stopwatch.StartNew();
        await Opens("/lapor/di-hp#draf");
        while ((await Looks()).Reports.FirstOrDefault(r => r.State != "draft") is { } waiting)
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(300)) throw new TimeoutException($"a report still waits: {waiting}; the page shows {await Page.InnerTextAsync("main")}");
            await Page.EvaluateAsync("() => { const b = document.querySelector('[data-try]'); if (b) b.click(); }");
            await Task.Delay(150);
        }
    }

    /// <summary>What stands on the screen, as a photo.</summary>
    public Task<byte[]> Pictures(int width, int height) =>
        Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 60, Clip = new() { Width = width, Height = height } });

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await line.DisposeAsync();
    }
}
