using System.Collections.Concurrent;
using System.Text.Json;
using Layar.Kernel.Data;
using Layar.Weather.Bmkg;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Layar.Weather.Keeping;

/// <summary>Asks BMKG anew and keeps the answer. One question is asked once at a time, and not again for five minutes after a failure.</summary>
internal sealed partial class WeatherKeeping(BmkgDoor door, IServiceScopeFactory scopes, TimeProvider clock, ILogger<WeatherKeeping> log)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);
    private const int MostWarnings = 20;

    private readonly ConcurrentDictionary<string, Lazy<Task>> asking = new();
    private readonly ConcurrentDictionary<string, DateTime> failed = new();

    /// <summary>Ends when the answer is kept or cannot be had; never fails.</summary>
    public Task Forecast(string village) => Once(village, async stop =>
    {
        // Whoever looked just before the last answer was kept need not ask again.
        if (await IsFresh(village, stop)) return null;
        var body = await door.Forecast(village, stop);
        ForecastReading.Read(body);
        return body;
    });

    /// <inheritdoc cref="Forecast"/>
    public Task Warnings() => Once(WeatherAnswer.Warnings, async stop =>
    {
        var kept = new List<KeptWarning>();
        foreach (var address in WarningReading.Feed(await door.Feed(stop)).Take(MostWarnings))
            if (await door.Warning(address, stop) is { } xml && WarningReading.Warning(xml) is { } warning) kept.Add(warning);
        return JsonSerializer.Serialize(kept);
    });

    private Task Once(string question, Func<CancellationToken, Task<string?>> ask)
    {
        if (!door.IsOpen || (failed.TryGetValue(question, out var at) && Now - at < AfterFailure)) return Task.CompletedTask;
        return asking.GetOrAdd(question, _ => new Lazy<Task>(() => Task.Run(() => Renew(question, ask)))).Value;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task Renew(string question, Func<CancellationToken, Task<string?>> ask)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            if (await ask(patience.Token) is { } body) await Keep(question, body, CancellationToken.None);
            failed.TryRemove(question, out _);
        }
        catch (Exception failure)
        {
            // The last good answer stays, with its time beside it.
            failed[question] = Now;
            NotRenewed(log, failure.GetType().Name);
        }
        finally
        {
            asking.TryRemove(question, out _);
        }
    }

    private async Task<bool> IsFresh(string question, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var since = Now - WeatherAnswer.Fresh;
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<WeatherAnswer>().AnyAsync(a => a.Question == question && a.FetchedAt > since, stop);
    }

    private async Task Keep(string question, string body, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await scope.ServiceProvider.GetRequiredService<Change>().Run<bool>(async () =>
        {
            if (await db.Set<WeatherAnswer>().FirstOrDefaultAsync(a => a.Question == question, stop) is { } known) (known.Body, known.FetchedAt) = (body, Now);
            else db.Add(new WeatherAnswer { Question = question, Body = body, FetchedAt = Now });
            return true;
        }, stop);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "BMKG was not reached or not understood: {Failure}")]
    private static partial void NotRenewed(ILogger log, string failure);
}
