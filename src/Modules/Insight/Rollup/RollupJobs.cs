using Layar.Kernel.Scheduling;
using Layar.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Insight.Rollup;

/// <summary>Counts stale days again a few seconds after something happened on them.</summary>
internal sealed class RefreshRollup(IServiceScopeFactory scopes) : IJob
{
    public string Name => "insight.refresh";

    public TimeSpan Period => TimeSpan.FromSeconds(3);

    public async Task Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseDayRollup>().Refresh(stop);
    }
}

/// <summary>Counts everything once in the night: a case can change its service or area without moving.</summary>
internal sealed class RebuildRollup(IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    private const int Hour = 2;

    public string Name => "insight.rebuild";

    public TimeSpan Period => TimeSpan.FromHours(1);

    public async Task Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rollup = scope.ServiceProvider.GetRequiredService<CaseDayRollup>();
        if (Wita.Local(clock.GetUtcNow().UtcDateTime).Hour == Hour || !await rollup.IsCounted(stop)) await rollup.Rebuild(stop);
    }
}
