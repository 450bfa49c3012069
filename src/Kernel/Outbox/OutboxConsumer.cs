namespace Layar.Kernel.Outbox;

/// <summary>Hears of events. Must be idempotent by message id: after a crash the same message comes again.</summary>
public interface IOutboxConsumer
{
    string Name { get; }

    bool Wants(string eventName);

    /// <summary>Messages it takes at the same time; more than one where a peer lets it wait.</summary>
    int AtOnce => 1;

    Task Handle(OutboxMessage message, CancellationToken stop);
}
