using System.Diagnostics;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Running;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.Planning.Replays.Counting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Layar.Planning.Replays.Running;

/// <summary>Asks everybody of the registry, everybody on record and the cases of the year before, and stores what was counted.</summary>
internal sealed partial class Replaying(
    IDbContextFactory<AppDb> contexts, WriteGate gate, IPopulation population, ICaseKnowledge cases, IProgrammes programmes, IProgrammeVersions versions, TimeProvider clock, ILogger<Replaying> log)
{
    private const int MostListed = 20_000;

    public async Task Run(ReplayId id, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var replay = await Find(id, stop);
            if (await Tried(replay, stop) is not { } rules) await End(id, ReplayState.Failed, null, "planning.fault.gone", [], stop);
            else await Count(replay, rules, watch, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Wait(id);
            throw;
        }
        catch (Exception failure)
        {
            Failed(log, id.Value, failure);
            await End(id, ReplayState.Failed, null, "planning.fault.unexpected", [], stop);
        }
    }

    private async Task Count(Replay replay, TriedRules rules, Stopwatch watch, CancellationToken stop)
    {
        var (from, to) = (replay.Day.AddYears(-1), Wita.Day(clock.GetUtcNow().UtcDateTime));
        var size = await population.Size(stop);
        var progress = new ReplayProgress(contexts, gate, clock, replay.Id, size.People + await cases.Count(from, to, stop));
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
        await End(replay.Id, ReplayState.Done, result.Written(), null, lists.Rows, stop);
    }

    private Section Tallied(Roll roll, CompiledRules compiled, TriedRules rules, ReplayLists lists) =>
        new Tally(rules.Programme, programmes, roll, compiled.Run(roll.Closed()), rules.Places).Count((list, row) => lists.Add(list, roll[row]));

    /// <summary>Null when version or programme went away.</summary>
    private async Task<TriedRules?> Tried(Replay replay, CancellationToken stop)
    {
        if (replay.VersionId is not { } id) return programmes.Find(replay.Code, replay.Day) is { } holds ? new(holds, null, programmes.Facts, programmes.Parameters) : null;
        if (await versions.Find(id, stop) is not { } written) return null;
        var before = written.State == VersionState.Active ? programmes.Find(replay.Code, written.Programme.Validity.From.AddDays(-1)) : programmes.Find(replay.Code, replay.Day);
        return new(written.Programme, before?.Rule, written.Facts, programmes.Parameters);
    }

    private async Task<Replay> Find(ReplayId id, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.Set<Replay>().AsNoTracking().SingleAsync(r => r.Id == id, stop);
    }

    /// <summary>Figures and lists in one transaction; lists of older replays of the programme go away, their figures stay.</summary>
    private async Task End(ReplayId id, ReplayState state, string? result, string? fault, IReadOnlyList<ReplayedPerson> rows, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var replay = await db.Set<Replay>().SingleAsync(r => r.Id == id, stop);
        if (state == ReplayState.Done)
        {
            await db.Set<ReplayedPerson>().Where(p => p.ReplayId == id || db.Set<Replay>().Any(r => r.Id == p.ReplayId && r.Code == replay.Code)).ExecuteDeleteAsync(stop);
            await new RowWriter(db.Model, db.Kind).Load(db.Database.GetDbConnection(), transaction.GetDbTransaction(), typeof(ReplayedPerson), rows, stop);
        }
        (replay.State, replay.Result, replay.Fault, replay.Worker, replay.RowsDone) = (state, result, fault, null, replay.RowsTotal);
        replay.Version++;
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>The next start takes it up at once.</summary>
    private async Task Wait(ReplayId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        using var turn = await gate.Enter(CancellationToken.None);
        await db.Set<Replay>().Where(r => r.Id == id && r.State == ReplayState.Running)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ReplayState.Waiting).SetProperty(x => x.Worker, (string?)null).SetProperty(x => x.Version, x => x.Version + 1));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Replay {Id} failed")]
    private static partial void Failed(ILogger log, Guid id, Exception failure);
}
