using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Kernel.Outbox;

namespace Layar.Insight.Rollup;

/// <summary>A case that opens or moves makes the day of its receipt stale.</summary>
internal sealed class FollowCases(CaseDayRollup rollup, ICaseFigures cases) : IOutboxConsumer
{
    public const string ConsumerName = "insight.case-day";

    public string Name => ConsumerName;

    public bool Wants(string eventName) => eventName is nameof(CaseOpened) or nameof(CaseMoved);

    public async Task Handle(OutboxMessage message, CancellationToken stop)
    {
        using var payload = JsonDocument.Parse(message.Payload);
        var id = new CaseId(payload.RootElement.GetProperty(nameof(CaseMoved.CaseId)).GetGuid());
        if (await cases.ReceivedOn(id, stop) is { } day) await rollup.Mark(day, stop);
    }
}
