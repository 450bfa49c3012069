namespace Layar.Kernel.Outbox;

/// <summary>Hears of events. Must be idempotent by message id: after a crash the same message comes again.</summary>
public interface IOutboxConsumer
{
    string Name { get; }

    bool Wants(string eventName);

    Task Handle(OutboxMessage message, CancellationToken stop);
}
