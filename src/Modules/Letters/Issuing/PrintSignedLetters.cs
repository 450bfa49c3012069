using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Letters.Issuing;

/// <summary>Prints letters that were signed and numbered but whose PDF was lost in a crash or a failure of the printer.</summary>
internal sealed class PrintSignedLetters(IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const int Some = 20;

    public string Name => "letters.print-signed";

    public TimeSpan Period => TimeSpan.FromMinutes(1);

    public async Task Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Print(scope.ServiceProvider, clock.GetUtcNow().UtcDateTime - Patience, stop);
    }

    /// <returns>letters that have their file now</returns>
    public static async Task<int> Print(IServiceProvider services, DateTime signedBefore, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var waiting = await db.Set<Letter>().AsNoTracking()
            .Where(l => l.State == LetterState.Signed && l.FileId == null && l.PrintFileId == null && l.SignedAt < signedBefore)
            .OrderBy(l => l.CreatedAt).Take(Some).ToListAsync(stop);
        var done = 0;
        foreach (var letter in waiting)
        {
            if (!(await services.GetRequiredService<PrintRoom>().Print(letter, stop)).TryGet(out var file, out _)) continue;
            var outcome = await services.GetRequiredService<Change>().Run(async () =>
            {
                var current = await db.Set<Letter>().FirstAsync(l => l.Id == letter.Id, stop);
                if (current.State != LetterState.Signed) return LetterRefusals.State;
                services.GetRequiredService<IssueLetterHandler>().Attach(current, file);
                current.Version++;
                return Kernel.Outcomes.Outcome.Success;
            }, stop);
            if (outcome.IsDone) done++;
            db.ChangeTracker.Clear();
        }
        return done;
    }
}
