using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Reporting;

/// <summary>Deletes drafts that nobody sent, with their photos.</summary>
internal sealed class DraftExpiry(IDbContextFactory<AppDb> contexts, WriteGate gate, TimeProvider time) : IJob
{
    public string Name => "drafts";

    public TimeSpan Period => TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        var old = db.Set<ReportDraft>().Where(d => d.ExpiresAt <= now);
        await db.Set<ReportDraftPhoto>().Where(p => old.Any(d => d.Id == p.DraftId)).ExecuteDeleteAsync(stop);
        await old.ExecuteDeleteAsync(stop);
    }
}
