using Layar.Host.Demo.Arrivals;
using Layar.Host.Demo.Lives;
using Layar.Host.Demo.Rows;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Issuing;
using Layar.Kernel.Scheduling;
using Layar.Survey.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo.Correspondence;

/// <summary>The letters of the demo, written by the product itself: signed before the start, printed and handed over after it.</summary>
internal sealed class DemoLetters(DemoPast past, DemoSize size, DemoStaff staff, DemoWords words, DateTime now)
{
    private IReadOnlyList<(DemoLetter Letter, LetterId Id)> signed = [];

    public int ToPrint => signed.Count;

    public async Task Write(IReadOnlyList<DemoLetter> letters, CancellationToken stop)
    {
        if (letters.Count == 0) return;
        await using var scope = past.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // The office has its key since before the first letter.
        past.Clock.Set(now.AddDays(-370));
        _ = scope.ServiceProvider.GetRequiredService<OfficeKeyRing>().Keys;
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            if (db.Kind == DatabaseKind.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF", stop);
            signed = await Desk(scope.ServiceProvider).Write(letters, stop);
        }
        finally
        {
            if (db.Kind == DatabaseKind.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Those that wait at the counter first, then the latest. Stops at the first that this machine cannot print.</summary>
    /// <param name="progress">hears of letters done</param>
    /// <param name="deliver">brings messages to their consumers when no server runs that does</param>
    /// <returns>why it stopped; null when all is done</returns>
    public async Task<Refusal?> Print(Action<int> progress, bool deliver, CancellationToken stop)
    {
        using var finished = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ahead = Task.Run(() => PrintAhead(finished.Token), CancellationToken.None);
        try
        {
            return await GiveOut(progress, deliver, stop);
        }
        finally
        {
            await finished.CancelAsync();
            await ahead;
        }
    }

    /// <summary>A second printer takes the oldest first; the two meet in the middle.</summary>
    private async Task PrintAhead(CancellationToken stop)
    {
        try
        {
            await using var scope = past.Services.CreateAsyncScope();
            while (await PrintSignedLetters.Print(scope.ServiceProvider, now.AddDays(1), stop) > 0) { }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<Refusal?> GiveOut(Action<int> progress, bool deliver, CancellationToken stop)
    {
        await using var scope = past.Services.CreateAsyncScope();
        var counter = Create<DemoCounter>(scope.ServiceProvider, Desk(scope.ServiceProvider), words, staff, past.Clock, now);
        var done = 0;
        foreach (var (letter, id) in signed.OrderBy(s => s.Letter.IsHanded).ThenByDescending(s => s.Letter.SignedAt))
        {
            if ((await counter.Go(letter, id, stop)).Refusal is { } why) return why;
            progress(++done);
        }
        if (deliver) await Deliver(scope.ServiceProvider, stop);
        var surveys = new DemoSurveys(scope.ServiceProvider.GetRequiredService<SurveyTokens>(), words, size, now);
        var echoes = Create<DemoEchoes>(scope.ServiceProvider, surveys, past.Clock, now);
        await echoes.Delivered(stop);
        foreach (var (letter, _) in signed.Where(s => s.Letter.IsHanded).OrderBy(s => s.Letter.HandedAt)) await echoes.Answer(letter, stop);
        if (deliver) await Deliver(scope.ServiceProvider, stop);
        return null;
    }

    private DemoLetterDesk Desk(IServiceProvider services) => Create<DemoLetterDesk>(services, words, staff, past.Clock);

    private Task Deliver(IServiceProvider services, CancellationToken stop)
    {
        past.Clock.Set(now.AddMinutes(1));
        return Task.WhenAll(services.GetServices<IJob>().Where(j => j.Name.StartsWith("outbox:", StringComparison.Ordinal)).Select(j => j.Run(stop)));
    }

    private static T Create<T>(IServiceProvider services, params object[] own) => ActivatorUtilities.CreateInstance<T>(services, own);
}
