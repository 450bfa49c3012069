using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Privacy.Retention;

/// <summary>Erases what has run out, in small changes. Each change is an act: the minutes of destruction.</summary>
internal sealed class Erasing(AppDb db, RunOutRules rules, Change change, ActRecorder acts)
{
    /// <summary>Chain of the acts of erasing.</summary>
    public static readonly Guid Minutes = new("5e1b7a10-0000-4000-8000-00000000da7a");
    public const string Kind = "DataErased";
    private const int AtOnce = 200;

    /// <returns>pieces erased; 0 when nothing has run out</returns>
    public async Task<int> Some(CancellationToken stop)
    {
        var erased = 0;
        foreach (var rule in rules.Today())
        {
            var done = await change.Run<int>(async () =>
            {
                var count = await rule.Data.Erase(rule.EndedBefore, AtOnce, stop);
                if (count > 0) await acts.Record(Minutes, Kind, Actor.System, stop, after: new { code = rule.Rule.Code, count, months = rule.Rule.Months, endedBefore = rule.EndedBefore });
                return count;
            }, stop);
            // What a refused rule had prepared is not to be written with the next one.
            if (!done.IsDone) db.ChangeTracker.Clear();
            erased += done.Match(n => n, _ => 0);
        }
        return erased;
    }
}

internal sealed class EraseRunOut(IServiceScopeFactory scopes) : IJob
{
    public string Name => "erase-run-out";

    public TimeSpan Period => TimeSpan.FromHours(6);

    public async Task Run(CancellationToken stop)
    {
        var erased = 1;
        while (erased > 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            erased = await scope.ServiceProvider.GetRequiredService<Erasing>().Some(stop);
        }
    }
}
