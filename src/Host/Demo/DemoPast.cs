using Layar.Host.Demo.Arrivals;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.Letters.Printing;

namespace Layar.Host.Demo;

/// <summary>
/// The product's own services a second time, on the same database, with a clock that the demo sets: what it does there
/// bears the time at which it would have happened.
/// </summary>
internal sealed class DemoPast : IAsyncDisposable
{
    private readonly IServiceCollection services = new ServiceCollection();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceProvider? provider;

    public DemoClock Clock { get; } = new(DateTime.UtcNow);

    public IServiceProvider Services => provider ?? throw new InvalidOperationException("The past has not been opened.");

    /// <summary>Takes a copy of the registrations, and lets the days be sealed and the acts be noted outside only after the past is complete.</summary>
    public void Follow(IServiceCollection all)
    {
        foreach (var one in all) services.Add(one);
        Hold<DaySealJob>(all);
        Hold<KeepHeads>(all);
    }

    private void Hold<TJob>(IServiceCollection all) where TJob : class, IJob
    {
        all.Remove(all.Single(d => d.ServiceType == typeof(IJob) && d.ImplementationType == typeof(TJob)));
        all.AddSingleton<TJob>().AddSingleton<IJob>(p => new AfterThePast(p.GetRequiredService<TJob>(), over.Task));
    }

    /// <summary>Shares with the application what must be one in a process.</summary>
    public void Open(IServiceProvider present)
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(present.GetRequiredService<WriteGate>());
        services.AddSingleton(present.GetRequiredService<LetterPrinter>());
        provider = services.BuildServiceProvider();
    }

    public void Close() => over.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Close();
        if (provider is not null) await provider.DisposeAsync();
    }

    private sealed class AfterThePast(IJob job, Task over) : IJob
    {
        public string Name => job.Name;

        public TimeSpan Period => over.IsCompleted ? job.Period : TimeSpan.FromSeconds(5);

        public Task Run(CancellationToken stop) => over.IsCompleted ? job.Run(stop) : Task.CompletedTask;
    }
}
