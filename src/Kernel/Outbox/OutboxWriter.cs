using System.Text.Json;
using Layar.Kernel.Data;

namespace Layar.Kernel.Outbox;

/// <summary>Names of consumers and what they want, fixed at start.</summary>
public sealed class OutboxRoutes(IEnumerable<OutboxRoute> routes)
{
    private readonly IReadOnlyList<OutboxRoute> routes = [.. routes];

    public IEnumerable<string> ConsumersOf(string eventName) => routes.Where(r => r.Events.Contains(eventName)).Select(r => r.Consumer);
}

/// <param name="Consumer">consumer name</param>
/// <param name="Events">event names it wants</param>
public sealed record OutboxRoute(string Consumer, IReadOnlySet<string> Events);

/// <summary>Adds messages to the current change.</summary>
public sealed class OutboxWriter(AppDb db, OutboxRoutes routes, TimeProvider clock)
{
    public void Publish<T>(T message) where T : notnull => db.AddRange(Rows(routes, message, clock.GetUtcNow().UtcDateTime));

    /// <summary>The rows of one message: itself and one delivery for each consumer.</summary>
    public static IReadOnlyList<object> Rows<T>(OutboxRoutes routes, T message, DateTime at) where T : notnull
    {
        var name = message.GetType().Name;
        var id = new OutboxMessageId(Guid.CreateVersion7(at));
        var rows = new List<object> { new OutboxMessage { Id = id, Event = name, Payload = JsonSerializer.Serialize<object>(message), At = at } };
        foreach (var consumer in routes.ConsumersOf(name))
            rows.Add(new OutboxDelivery { MessageId = id, Consumer = consumer, State = DeliveryState.Waiting, Attempts = 0, NextTryAt = at });
        return rows;
    }
}
