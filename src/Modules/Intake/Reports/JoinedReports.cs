using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Reports;

/// <summary>Reports follow their case into the one it was joined to, and come back when it is taken apart.</summary>
internal sealed class JoinedReports(AppDb db, Change change, Tracking.MainCase main) : IOutboxConsumer
{
    public const string ConsumerName = "intake-joined";

    public string Name => ConsumerName;

    public bool Wants(string eventName) => eventName == nameof(CaseMoved);

    public async Task Handle(OutboxMessage message, CancellationToken stop)
    {
        var moved = JsonSerializer.Deserialize<CaseMoved>(message.Payload)!;
        if (moved.Act is not (nameof(CaseActKind.Merge) or nameof(CaseActKind.Split))) return;
        var original = new CaseId(moved.CaseId);
        // The case as it is now, not as it was when the message was written: messages may come twice or late.
        var now = (await main.Of(original, stop)).Id;
        await change.Run(async () =>
        {
            await db.Set<Report>().Where(r => r.OriginalCaseId == original).ExecuteUpdateAsync(r => r.SetProperty(x => x.CaseId, now), stop);
            return Outcome.Success;
        }, stop);
    }
}
