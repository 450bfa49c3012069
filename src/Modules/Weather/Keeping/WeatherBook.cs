using System.Text.Json;
using Layar.Areas.Contracts;
using Layar.Kernel.Data;
using Layar.Weather.Bmkg;
using Layar.Weather.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Weather.Keeping;

/// <summary>Reads what is kept; what has become old is shown as it is and asked for behind the page.</summary>
internal sealed class WeatherBook(AppDb db, WeatherKeeping keeping, IAreas areas, TimeProvider clock) : IWeather
{
    public async Task<VillageForecast?> Forecast(string village, TimeSpan patience, CancellationToken stop)
    {
        if (areas.Find(village) is not { Level: 4 }) return null;
        var kept = await Kept(village, stop);
        var asked = AskWhenOld(village, kept);
        if (kept is null && patience > TimeSpan.Zero)
        {
            await Task.WhenAny(asked, Task.Delay(patience, stop));
            kept = await Kept(village, stop);
        }
        return kept is null ? null : Shown(kept);
    }

    public async Task<IReadOnlyDictionary<string, VillageForecast>> Known(IReadOnlyCollection<string> villages, CancellationToken stop)
    {
        var wanted = villages.Where(v => areas.Find(v) is { Level: 4 }).Distinct().ToList();
        if (wanted.Count == 0) return new Dictionary<string, VillageForecast>();
        var kept = await db.Set<WeatherAnswer>().AsNoTracking().Where(a => wanted.Contains(a.Question)).ToDictionaryAsync(a => a.Question, stop);
        foreach (var village in wanted) _ = AskWhenOld(village, kept.GetValueOrDefault(village));
        return kept.ToDictionary(k => k.Key, k => Shown(k.Value));
    }

    /// <summary>Ends at once while the answer is fresh; otherwise when BMKG has answered.</summary>
    private Task AskWhenOld(string village, WeatherAnswer? kept) => kept is null || Now - kept.FetchedAt > WeatherAnswer.Fresh ? keeping.Forecast(village) : Task.CompletedTask;

    private VillageForecast Shown(WeatherAnswer kept) => new(kept.Question, kept.FetchedAt, [.. ForecastReading.Read(kept.Body).Where(h => h.At + WeatherHours.Length > Now)]);

    public async Task<IReadOnlyList<WeatherWarning>> Warnings(string area, CancellationToken stop)
    {
        if (await Kept(WeatherAnswer.Warnings, stop) is not { } kept || areas.Find(area) is not { } place) return [];
        return [.. JsonSerializer.Deserialize<List<KeptWarning>>(kept.Body)!.Where(w => w.From <= Now && w.Until > Now)
            .Select(w => (Warning: w, Named: NamedPlaces.In(w, place, areas))).Where(w => w.Named is not null)
            .Select(w => new WeatherWarning(w.Warning.Headline, w.Warning.From, w.Warning.Until, w.Warning.Words, w.Named!)).OrderBy(w => w.Until)];
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task<WeatherAnswer?> Kept(string question, CancellationToken stop) => db.Set<WeatherAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.Question == question, stop);
}
