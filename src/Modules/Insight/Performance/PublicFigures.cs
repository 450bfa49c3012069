using Layar.Insight.Analysis;
using Layar.Kernel.Time;
using Layar.Survey.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Insight.Performance;

/// <summary>What everybody may know of one year. Null stands for fewer than five.</summary>
internal sealed record PublicYear(int Year, int? Received, int? Resolved, decimal? Ratio, decimal? MedianDays, SatisfactionFigure? Satisfaction);

internal sealed record PublicFigures(DateOnly Until, IReadOnlyList<PublicYear> Years);

/// <summary>Counted at most once in ten minutes, whatever the number of visitors; up to yesterday.</summary>
internal sealed class PublicFiguresCache(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly SemaphoreSlim one = new(1, 1);
    private (DateTime Until, PublicFigures? Figures) held;

    public async Task<PublicFigures> Read(CancellationToken stop)
    {
        if (Fresh() is { } ready) return ready;
        await one.WaitAsync(stop);
        try
        {
            if (Fresh() is { } meanwhile) return meanwhile;
            var now = clock.GetUtcNow().UtcDateTime;
            var figures = await Count(Wita.Day(now).AddDays(-1), stop);
            held = (now + Life, figures);
            return figures;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private PublicFigures? Fresh()
    {
        var (until, figures) = held;
        return clock.GetUtcNow().UtcDateTime < until ? figures : null;
    }

    private async Task<PublicFigures> Count(DateOnly yesterday, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return new PublicFigures(yesterday, [await Year(services, yesterday.Year, yesterday, stop), await Year(services, yesterday.Year - 1, yesterday, stop)]);
    }

    private static async Task<PublicYear> Year(IServiceProvider services, int year, DateOnly yesterday, CancellationToken stop)
    {
        var from = new DateOnly(year, 1, 1);
        var to = new DateOnly(year, 12, 31) < yesterday ? new DateOnly(year, 12, 31) : yesterday;
        var figures = services.GetRequiredService<Figures>();
        var days = await figures.Days(from, to, stop);
        var (received, resolved) = (days.Sum(d => d.Received), days.Sum(d => d.Resolved));
        var shown = received >= SmallGroups.FewestShown;
        var parted = shown && resolved >= SmallGroups.FewestShown && (received == resolved || received - resolved >= SmallGroups.FewestShown);
        return new PublicYear(year, shown ? received : null, parted ? resolved : null,
            parted ? Math.Round(resolved * 100m / received, 2, MidpointRounding.AwayFromZero) : null,
            parted ? await figures.MedianDays(from, to, stop) : null,
            await services.GetRequiredService<ISatisfaction>().For(from, to, stop));
    }
}
