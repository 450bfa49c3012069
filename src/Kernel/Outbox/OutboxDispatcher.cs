using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Layar.Kernel.Outbox;

/// <summary>
/// Gives waiting messages to one consumer; a failure waits longer each time and is given up after a day. Every consumer has its own,
/// so that a mail server that does not answer holds nobody else up.
/// </summary>
internal sealed partial class OutboxDispatcher(string consumer, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxDispatcher> log) : IJob
{
    private const int Most = 100;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(15),
    ];

    public string Name => $"outbox:{consumer}";

    public TimeSpan Period => TimeSpan.FromMilliseconds(500);

    public async Task Run(CancellationToken stop)
    {
        while (await RunOnce(stop) == Most) { }
    }

    internal async Task<int> RunOnce(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<OutboxDelivery>().AsNoTracking()
            .Where(d => d.State == DeliveryState.Waiting && d.NextTryAt <= now && d.Consumer == consumer)
            .OrderBy(d => d.NextTryAt).Take(Most).ToListAsync(stop);
        if (due.Count == 0) return 0;
        var atOnce = scope.ServiceProvider.GetServices<IOutboxConsumer>().FirstOrDefault(c => c.Name == consumer)?.AtOnce ?? 1;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop }, async (delivery, halt) => await Deliver(delivery, halt));
        return due.Count;
    }

    private async Task Deliver(OutboxDelivery delivery, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var hearer = scope.ServiceProvider.GetServices<IOutboxConsumer>().FirstOrDefault(c => c.Name == delivery.Consumer);
        if (hearer is null) return;
        var message = await db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Id == delivery.MessageId, stop);
        try
        {
            await hearer.Handle(message, stop);
            await Settle(delivery, d => d.State = DeliveryState.Done, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            Failed(log, delivery.Consumer, message.Event, failure.GetType().Name);
            await Settle(delivery, d => Postpone(d, failure), stop);
        }
    }

    private void Postpone(OutboxDelivery delivery, Exception failure)
    {
        delivery.LastError = failure.GetType().Name;
        if (delivery.Attempts >= Waits.Length) delivery.State = DeliveryState.GivenUp;
        else delivery.NextTryAt = clock.GetUtcNow().UtcDateTime + Waits[delivery.Attempts];
    }

    private async Task Settle(OutboxDelivery delivery, Action<OutboxDelivery> change, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().Enter(stop);
        db.Attach(delivery);
        change(delivery);
        delivery.Attempts++;
        await db.SaveChangesAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox consumer {Consumer} failed on {Event}: {Failure}")]
    private static partial void Failed(ILogger log, string consumer, string @event, string failure);
}
