using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Layar.Kernel.Scheduling;

/// <summary>Work that comes back after <see cref="Period"/>; runs on one node at a time.</summary>
public interface IJob
{
    string Name { get; }

    TimeSpan Period { get; }

    Task Run(CancellationToken stop);
}

internal sealed partial class JobRunner(IEnumerable<IJob> jobs, Leases leases, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);
    private DateTime held;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(jobs.Select(job => Loop(job, stoppingToken)).Append(KeepLease(stoppingToken)));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await leases.Release(cancellationToken);
        }
        catch (Exception failure)
        {
            Failed(log, "lease", failure.GetType().Name);
        }
    }

    private async Task KeepLease(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Guarded("lease", async () => held = await leases.Take("jobs", LeaseLength, stop) ? DateTime.UtcNow + LeaseLength : default, stop);
            await Rest(Renewal, stop);
        }
    }

    private async Task Loop(IJob job, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (DateTime.UtcNow < held) await Guarded(job.Name, () => job.Run(stop), stop);
            await Rest(job.Period, stop);
        }
    }

    private async Task Guarded(string name, Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            Failed(log, name, failure.GetType().Name + ": " + failure.Message);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task Rest(TimeSpan time, CancellationToken stop)
    {
        try
        {
            await Task.Delay(time, stop);
        }
        catch (OperationCanceledException)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed: {Failure}")]
    private static partial void Failed(ILogger log, string job, string failure);
}

public static class SchedulingModule
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddSingleton<Leases>()
        .AddHostedService<JobRunner>();
}
