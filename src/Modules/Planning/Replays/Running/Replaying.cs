using System.Diagnostics;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Running;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.Planning.Replays.Counting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Layar.Planning.Replays.Running;

/// <summary>Asks everybody of the registry, everybody on record and the cases of the year before, and stores what was counted.</summary>
internal sealed partial class Replaying(
    IDbContextFactory<AppDb> contexts, WriteGate gate, ReplayTurns turns, IPopulation population, ICaseKnowledge cases, IProgrammes programmes, RulesToTry tried, TimeProvider clock, ILogger<Replaying> log)
{
    private const int MostListed = 20_000;

    /// <param name="worker">the process that counts; what it began before it was cut off it takes again at once</param>
    /// <returns>false when it could not be counted (the replay says why), or somebody else counts it</returns>
    public async Task<bool> Run(ReplayId id, string worker, CancellationToken stop) =>
        await turns.Take(id, worker, stop) is { } turn && await turns.During(turn, held => Run(turn, held), stop);

    private async Task<bool> Run(Turn<ReplayId> turn, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var replay = await Find(turn.Work, stop);
            if (await tried.Find(replay.Code, replay.VersionId, replay.Day, stop) is { } rules) return await Count(replay, turn, rules, watch, stop);
            await turns.Fail(turn, "planning.fault.gone", stop);
        }
        catch (TurnLost)
        {
            return false;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await turns.GiveBack(turn);
            throw;
        }
        catch (Exception failure)
        {
            Failed(log, turn.Work.Value, failure);
            await turns.Fail(turn, "planning.fault.unexpected", stop);
        }
        return false;
    }

    private async Task<bool> Count(Replay replay, Turn<ReplayId> turn, TriedRules rules, Stopwatch watch, CancellationToken stop)
    {
        var (from, to) = (replay.Day.AddYears(-1), Wita.Day(clock.GetUtcNow().UtcDateTime));
        var size = await population.Size(stop);
        var progress = new ReplayProgress(turns, clock, turn, size.People + await cases.Count(from, to, stop));
        var moment = programmes.Moment(replay.Day);
        var compiled = CompiledRules.Compile(rules.All, moment);

        var people = new Roll(size.People, rules.All, replay.Day);
        var sheets = programmes.Sheets(replay.Day);
        await foreach (var one in population.All(replay.Day, stop))
        {
            people.Add(new(one.Kind == InhabitantKind.Registered ? ReplaySubject.Registered : ReplaySubject.OnRecord, one.Id, one.Village, one.Sex, one.Age, one.Disabled, one.Family), sheets(one.Traces), one.FamilySize);
            await progress.Done(stop);
        }
        var lists = new ReplayLists(replay.Id, MostListed, clock);
        var counted = Tallied(people, compiled, rules, lists);
        var asked = await new CaseRoll(cases, programmes, replay, rules.All).Read(from, to, progress, stop);
        var ofCases = Tallied(asked, compiled, rules, lists);

        var result = new ReplayResult(rules.Was is not null, size.Release?.Source, from, counted, ofCases, lists.Rows.Count, watch.Elapsed.TotalSeconds);
        return await Finish(replay, turn, result.Written(), lists.Rows, stop);
    }

    private Section Tallied(Roll roll, CompiledRules compiled, TriedRules rules, ReplayLists lists)
    {
        var table = roll.Closed();
        var answers = compiled.Run(table);
        var lacking = new Lacking(rules.Gaps, answers, rules.Places.FirstPart, table);
        return new Tally(rules.Programme, programmes, roll, answers, rules.Places, lacking).Count((list, row) => lists.Add(list, roll[row]));
    }

    private async Task<Replay> Find(ReplayId id, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.Set<Replay>().AsNoTracking().SingleAsync(r => r.Id == id, stop);
    }

    /// <summary>Figures and lists in one transaction; lists of older replays of the programme go away, their figures stay.</summary>
    private async Task<bool> Finish(Replay replay, Turn<ReplayId> turn, string result, IReadOnlyList<ReplayedPerson> rows, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var enter = await gate.Enter(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await turns.End(db, turn, r => r.SetProperty(x => x.State, ReplayState.Done).SetProperty(x => x.Result, result).SetProperty(x => x.RowsDone, x => x.RowsTotal), stop)) return false;
        await db.Set<ReplayedPerson>().Where(p => db.Set<Replay>().Any(r => r.Id == p.ReplayId && r.Code == replay.Code)).ExecuteDeleteAsync(stop);
        await new RowWriter(db.Model, db.Kind).Load(db.Database.GetDbConnection(), transaction.GetDbTransaction(), typeof(ReplayedPerson), rows, stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Replay {Id} failed")]
    private static partial void Failed(ILogger log, Guid id, Exception failure);
}
