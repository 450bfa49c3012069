using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Queue;

/// <summary>Acknowledges ticked cases one by one, each in a transaction of its own, so that one exception does not hold up the others.</summary>
internal sealed class AcknowledgeMany(AppDb db, Change change, CaseProcess process, CaseVisibility visibility, QueueCountMemory counts)
{
    public async Task<(int Done, IReadOnlyList<(string Number, Refusal Why)> Skipped)> Run(IReadOnlyList<Picked> picked, StaffMember member, CancellationToken stop)
    {
        var skipped = new List<(string, Refusal)>();
        foreach (var one in picked)
        {
            var outcome = await change.Run(() => Acknowledge(one, member, stop), stop);
            if (outcome.Refusal is { } why) skipped.Add((one.Number, why));
            db.ChangeTracker.Clear();
        }
        counts.Forget(member);
        return (picked.Count - skipped.Count, skipped);
    }

    private async Task<Outcome> Acknowledge(Picked one, StaffMember member, CancellationToken stop)
    {
        var file = await db.Set<CaseFile>().FirstOrDefaultAsync(c => c.Number == one.Number, stop);
        if (file is null || !await visibility.MaySee(file, member, stop)) return new Refusal("cases.refused.not-found");
        return await process.Do(file, CaseActKind.Acknowledge, member, new CaseActDetail(one.Version), stop);
    }
}
