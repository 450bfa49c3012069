using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Acts;

public static class ActsModule
{
    public static IServiceCollection AddActs(this IServiceCollection services) => services
        .AddScoped<ActRecorder>()
        .AddScoped<DaySealer>()
        .AddScoped<AuditVerifier>()
        .AddSingleton<OutsideHeads>()
        .AddSingleton<HashedSoFar>()
        .AddScoped<HeadKeeper>()
        .AddSingleton<Scheduling.IJob, KeepHeads>()
        .AddSingleton<ReadLog>()
        .AddSingleton<Scheduling.IJob, DaySealJob>();
}
