using System.Diagnostics;
using System.Threading.Channels;
using Layar.Areas.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Secrets;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Uploading;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.DryRun;

/// <summary>
/// Reads the files of an import, lays its rows aside and says what would change. A run that was cut off begins anew: what it
/// had laid aside is taken away first. Where somebody reads already, a second worker does nothing.
/// </summary>
internal sealed class DryRunning(
    IDbContextFactory<AppDb> contexts, WriteGate gate, Staging staging, ReadingTurns turns, ImportFiles files, FieldCipher cipher, KeyRing ring, IAreas areas, Installation installation, TimeProvider clock)
{
    private const int BatchesWaiting = 2;

    /// <param name="worker">the process that reads; what it began before it was cut off it takes again at once</param>
    /// <returns>false when the files could not be read (the import says why), somebody threw the import away, or somebody else reads it</returns>
    public async Task<bool> Run(RegistryImportId id, string worker, bool demo, CancellationToken stop) =>
        await turns.Take(id, worker, stop) is { } turn && await turns.During(turn, held => Run(turn, demo, held), stop);

    /// <summary>Ends an import whose files are gone with the machine that read it.</summary>
    public async Task GiveUp(RegistryImportId id, string worker, CancellationToken stop)
    {
        if (await turns.Take(id, worker, stop) is { } turn) await Fail(turn, "people.registry.fault.cut-off", [], stop);
    }

    private async Task<bool> Run(Turn<RegistryImportId> turn, bool demo, CancellationToken stop)
    {
        try
        {
            return await Read(turn, demo, stop);
        }
        catch (ReadingFault fault)
        {
            await Fail(turn, fault.Key, fault.Values, stop);
            return false;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            await Fail(turn, "people.registry.fault.io", [], stop);
            return false;
        }
        catch (OperationCanceledException)
        {
            await turns.GiveBack(turn);
            throw;
        }
        catch
        {
            await Fail(turn, "people.registry.fault.unexpected", [], stop);
            throw;
        }
    }

    private async Task<bool> Read(Turn<RegistryImportId> turn, bool demo, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        if (!await staging.Clear(turn, stop)) return false;
        var import = await Find(turn.Work, stop);
        var desk = await Desk(import, demo, stop);
        var tables = new ImportTables(files).Find(ImportFiles.Of(import), await Templates(stop));
        if (tables.All(t => t.Layout?.Kind is null)) throw new ReadingFault("no-header", import.Title);
        return await Pump(tables, desk, turn, stop) && await Finish(turn, desk, watch, stop);
    }

    private async Task<RegistryImport> Find(RegistryImportId id, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.Set<RegistryImport>().AsNoTracking().SingleAsync(i => i.Id == id, stop);
    }

    private async Task<TrialDesk> Desk(RegistryImport import, bool demo, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var learnt = await db.Set<RegistryBpsVillage>().AsNoTracking().ToDictionaryAsync(v => v.BpsCode, v => v.Village, stop);
        var desk = new TrialDesk(import.Id, import.Kind, import.AsOf, Wita.Day(Now), demo, cipher, ring, new VillageFinder(areas, installation.AreaCode, learnt));
        var (same, _, _) = await new Comparison(db).Beside(import.Kind, import.AsOf, stop);
        foreach (var other in same)
        {
            await foreach (var r in db.Set<RegistryPersonRow>().AsNoTracking().Where(r => r.ImportId == other)
                .Select(r => new { r.NikIndex, r.Name, r.BirthDate, r.Sex, r.FamilyIndex, r.Village, r.Decile }).AsAsyncEnumerable().WithCancellation(stop))
                desk.InForce.Add(r.NikIndex, r.Name, r.BirthDate, r.Sex, r.FamilyIndex, r.Village, r.Decile);
            await foreach (var f in db.Set<RegistryFamilyRow>().AsNoTracking().Where(r => r.ImportId == other).Select(r => new { r.FamilyIndex, r.Village, r.Decile }).AsAsyncEnumerable().WithCancellation(stop))
                desk.InForce.AddFamily(f.FamilyIndex, f.Village, f.Decile);
        }
        return desk;
    }

    private async Task<Func<byte[], SavedColumns?>> Templates(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await SavedColumns.Templates(db, stop);
    }

    /// <summary>One thread reads and seals, the other one writes.</summary>
    private async Task<bool> Pump(IReadOnlyList<FoundTable> tables, TrialDesk desk, Turn<RegistryImportId> turn, CancellationToken stop)
    {
        var channel = Channel.CreateBounded<Batch>(BatchesWaiting);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = Task.Run(async () =>
        {
            try
            {
                await new TrialReading(files, desk, channel.Writer).Read(tables, both.Token);
                channel.Writer.TryComplete();
            }
            catch (Exception failure)
            {
                channel.Writer.TryComplete(failure);
            }
        }, CancellationToken.None);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(stop))
                if (!await staging.Write(turn, batch, stop)) return false;
            return true;
        }
        finally
        {
            await both.CancelAsync();
            await reading;
        }
    }

    private async Task<bool> Finish(Turn<RegistryImportId> turn, TrialDesk desk, Stopwatch watch, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var comparison = new Comparison(db);
        var counts = await comparison.CountVillages(turn.Work, stop);
        var districts = Comparison.Districts(counts);
        var (same, before, day) = await comparison.Beside(desk.Kind, desk.AsOf, stop);
        if (day is { } known) desk.Result.Movement = await comparison.Compare(turn.Work, before, known, districts, stop);
        (desk.Result.Causes, desk.Result.Quarantined, desk.Result.Seconds) = (desk.Problems.Causes, desk.Problems.Quarantined, watch.Elapsed.TotalSeconds);
        await Learn(desk.Villages.Learnt, stop);
        using var enter = await gate.Enter(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var (result, named, compared) = (desk.Result.Write(), string.Join(',', districts), Comparison.Written(same, before));
        if (!await turns.End(db, turn, i => i
            .SetProperty(x => x.State, ImportState.Tried).SetProperty(x => x.Result, result).SetProperty(x => x.Districts, named).SetProperty(x => x.ComparedWith, compared)
            .SetProperty(x => x.BytesDone, x => x.BytesTotal).SetProperty(x => x.BeatAt, Now), stop)) return false;
        db.AddRange(counts);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private async Task Learn(Dictionary<string, string> learnt, CancellationToken stop)
    {
        if (learnt.Count == 0) return;
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        var known = await db.Set<RegistryBpsVillage>().ToDictionaryAsync(v => v.BpsCode, stop);
        foreach (var (code, village) in learnt)
        {
            if (known.TryGetValue(code, out var row)) row.Village = village;
            else db.Add(new RegistryBpsVillage { BpsCode = code, Village = village });
        }
        await db.SaveChangesAsync(stop);
    }

    private async Task Fail(Turn<RegistryImportId> turn, string key, IReadOnlyList<object?> values, CancellationToken stop)
    {
        if (await staging.Clear(turn, stop)) await turns.Fail(turn, key, values, stop);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
