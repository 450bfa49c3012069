using Layar.Kernel.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Acts;

internal sealed class DaySealJob(IServiceScopeFactory scopes) : IJob
{
    public string Name => "day-seal";

    public TimeSpan Period => TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DaySealer>().SealFinishedDays(stop);
    }
}
