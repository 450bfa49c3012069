using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Layar.Kernel.Outbox;

public readonly record struct OutboxMessageId(Guid Value) : IEntityId<OutboxMessageId>
{
    public static OutboxMessageId From(Guid value) => new(value);
}

/// <summary>An event that others must hear of, written in the transaction of the change itself. Holds ids, no personal data.</summary>
public sealed class OutboxMessage
{
    public required OutboxMessageId Id { get; init; }

    /// <summary>Past-tense name, e.g. <c>ReportReceived</c>.</summary>
    public required string Event { get; init; }

    public required string Payload { get; init; }

    public required DateTime At { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> message) => message.HasKey(m => m.Id);
    }
}

public enum DeliveryState { Waiting, Done, GivenUp }

/// <summary>One message for one consumer. Every delivery ends as done or given up.</summary>
public sealed class OutboxDelivery
{
    public required OutboxMessageId MessageId { get; init; }

    public required string Consumer { get; init; }

    public required DeliveryState State { get; set; }

    public required int Attempts { get; set; }

    public required DateTime NextTryAt { get; set; }

    public string? LastError { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<OutboxDelivery>
    {
        public void Configure(EntityTypeBuilder<OutboxDelivery> delivery)
        {
            delivery.HasKey(d => new { d.MessageId, d.Consumer });
            delivery.HasIndex(d => new { d.State, d.NextTryAt });
        }
    }
}
