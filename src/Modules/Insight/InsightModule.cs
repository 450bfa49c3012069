using Layar.Cases.Contracts;
using Layar.Insight.Analysis;
using Layar.Insight.Bands;
using Layar.Insight.Performance;
using Layar.Insight.Rollup;
using Layar.Kernel.Backups;
using Layar.Kernel.Outbox;
using Layar.Kernel.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Insight;

/// <summary>Figures for the managers, the planners and the public. Owns no facts: everything is counted from the cases.</summary>
public static class InsightModule
{
    public static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddSingleton<RatioBands>()
        .AddSingleton<PublicFiguresCache>()
        .AddSingleton<WaitingCache>()
        .AddSingleton(new DerivedTable("case_day"))
        .AddSingleton(new DerivedTable("case_day_stale"))
        .AddScoped<CaseDayRollup>()
        .AddScoped<Figures>()
        .AddScoped<AnalysisReport>()
        .AddSingleton<IJob, RefreshRollup>()
        .AddSingleton<IJob, RebuildRollup>()
        .AddConsumer<FollowCases>(FollowCases.ConsumerName, nameof(CaseOpened), nameof(CaseMoved));

    /// <summary>Counts the whole rollup again; for a verb and after a bulk load.</summary>
    public static Task Rebuild(IServiceProvider scope, CancellationToken stop) => scope.GetRequiredService<CaseDayRollup>().Rebuild(stop);
}
