using System.Net;
using Layar.Weather.Contracts;

namespace Layar.Weather.Bmkg;

/// <summary>Asks BMKG, one question a second at most: it allows sixty a minute for an office.</summary>
internal sealed class BmkgDoor(BmkgSource source, TimeProvider clock) : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim turn = new(1);
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10), AutomaticDecompression = DecompressionMethods.All })
    {
        Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = LargestAnswer, DefaultRequestHeaders = { { "User-Agent", "Layar" } },
    };
    private DateTimeOffset last = DateTimeOffset.MinValue;

    public bool IsOpen => source.Forecast is not null;

    public Task<string> Forecast(string village, CancellationToken stop) => Ask(new Uri($"{source.Forecast}?adm4={Uri.EscapeDataString(village)}"), stop);

    public Task<string> Feed(CancellationToken stop) => Ask(source.Warnings!, stop);

    /// <summary>A warning that the feed names; addresses elsewhere are not followed.</summary>
    public async Task<string?> Warning(string address, CancellationToken stop) =>
        Uri.TryCreate(source.Warnings, address, out var uri) && uri.Host == source.Warnings!.Host && uri.Scheme == source.Warnings.Scheme && uri.Port == source.Warnings.Port
            ? await Ask(uri, stop) : null;

    public void Dispose()
    {
        http.Dispose();
        turn.Dispose();
    }

    private async Task<string> Ask(Uri address, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            var wait = last + Pause - clock.GetUtcNow();
            if (wait > TimeSpan.Zero && wait <= Pause) await Task.Delay(wait, stop);
            last = clock.GetUtcNow();
            using var answer = await http.GetAsync(address, stop);
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadAsStringAsync(stop);
        }
        finally
        {
            turn.Release();
        }
    }
}
