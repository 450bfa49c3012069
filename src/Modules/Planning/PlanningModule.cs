using Layar.Kernel.Scheduling;
using Layar.Planning.Replays.Begin;
using Layar.Planning.Replays.Reading;
using Layar.Planning.Replays.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Planning;

/// <summary>Tries rules out before they count: over everybody of the registry and over the cases of a year.</summary>
public static class PlanningModule
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddScoped<BeginReplay>()
        .AddScoped<ReplayReading>()
        .AddScoped<Replaying>()
        .AddScoped<RulesToTry>()
        .AddScoped<Glancing>()
        .AddSingleton<ReplayDesk>()
        .AddSingleton<ReplayTurns>()
        .AddSingleton<IJob, RunWaitingReplays>();
}
