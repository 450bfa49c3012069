using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Jobs;

/// <summary>Cases of one step whose time has passed, taken up one by one: each in a transaction of its own, by the gate.</summary>
internal abstract class OverdueCases(IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    public abstract string Name { get; }

    public TimeSpan Period => TimeSpan.FromMinutes(1);

    protected abstract CaseStep Step { get; }

    protected abstract CaseActKind Act { get; }

    protected virtual CaseActDetail Detail => new();

    public Task Run(CancellationToken stop) => RunOnce(stop);

    /// <returns>cases moved</returns>
    internal async Task<int> RunOnce(CancellationToken stop)
    {
        var moved = 0;
        foreach (var id in await Due(stop)) moved += await Move(id, stop) ? 1 : 0;
        return moved;
    }

    private async Task<List<CaseId>> Due(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (now, step) = (clock.GetUtcNow().UtcDateTime, Step);
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<CaseFile>()
            .Where(c => c.Step == step && c.NextDueAt <= now).OrderBy(c => c.NextDueAt).ThenBy(c => c.Id).Select(c => c.Id).Take(AtOnce).ToListAsync(stop);
    }

    private async Task<bool> Move(CaseId id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var process = scope.ServiceProvider.GetRequiredService<CaseProcess>();
        var outcome = await scope.ServiceProvider.GetRequiredService<Change>().Run(async () =>
        {
            var file = await db.Set<CaseFile>().FirstAsync(c => c.Id == id, stop);
            if (file.Step != Step || file.NextDueAt > clock.GetUtcNow().UtcDateTime) return new Refusal("cases.refused.step");
            await process.DoAsSystem(file, Act, Detail, stop);
            return Outcome.Success;
        }, stop);
        return outcome.IsDone;
    }
}

/// <summary>Postponed cases whose day has come go on where they stopped.</summary>
internal sealed class ResumePostponed(IServiceScopeFactory scopes, TimeProvider clock) : OverdueCases(scopes, clock)
{
    public override string Name => "cases-resume";

    protected override CaseStep Step => CaseStep.Postponed;

    protected override CaseActKind Act => CaseActKind.Resume;
}

/// <summary>Questions that the reporter never answered end the case, in words that the reporter can answer to later.</summary>
internal sealed class ArchiveUnanswered(IServiceScopeFactory scopes, TimeProvider clock) : OverdueCases(scopes, clock)
{
    public override string Name => "cases-archive";

    protected override CaseStep Step => CaseStep.AwaitingReporter;

    protected override CaseActKind Act => CaseActKind.Archive;

    protected override CaseActDetail Detail => new(ReasonCode: "arsip-tanpa-jawaban");
}
