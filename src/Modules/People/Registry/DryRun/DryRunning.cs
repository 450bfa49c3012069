using System.Diagnostics;
using System.Threading.Channels;
using Layar.Areas.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
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
/// had laid aside is taken away first.
/// </summary>
internal sealed class DryRunning(
    IDbContextFactory<AppDb> contexts, WriteGate gate, Staging staging, ImportFiles files, FieldCipher cipher, KeyRing ring, IAreas areas, Installation installation, TimeProvider clock)
{
    private const int BatchesWaiting = 2;

    /// <returns>false when the files could not be read (the import says why) or somebody threw the import away</returns>
    public async Task<bool> Run(RegistryImportId id, bool demo, CancellationToken stop)
    {
        await staging.Clear(id, stop);
        var watch = Stopwatch.StartNew();
        try
        {
            var import = await Start(id, stop);
            var desk = await Desk(import, demo, stop);
            var named = ImportFiles.Of(import);
            var tables = new ImportTables(files).Find(named, await Templates(stop));
            if (tables.All(t => t.Layout?.Kind is null)) throw new ReadingFault("no-header", import.Title);
            return await Pump(tables, desk, stop) && await Finish(import, desk, watch, stop);
        }
        catch (ReadingFault fault)
        {
            await Fail(id, fault.Key, fault.Values, stop);
            return false;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            await Fail(id, "people.registry.fault.io", [], stop);
            return false;
        }
        catch (OperationCanceledException)
        {
            await Wait(id);
            throw;
        }
        catch
        {
            await Fail(id, "people.registry.fault.unexpected", [], stop);
            throw;
        }
    }

    private async Task<RegistryImport> Start(RegistryImportId id, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        var import = await db.Set<RegistryImport>().SingleAsync(i => i.Id == id, stop);
        (import.State, import.StartedAt, import.BeatAt, import.BytesDone, import.RowsDone, import.Fault, import.Result) = (ImportState.Reading, Now, Now, 0, 0, null, null);
        import.Version++;
        await db.SaveChangesAsync(stop);
        return import;
    }

    private async Task<TrialDesk> Desk(RegistryImport import, bool demo, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var learnt = await db.Set<RegistryBpsVillage>().AsNoTracking().ToDictionaryAsync(v => v.BpsCode, v => v.Village, stop);
        var desk = new TrialDesk(import.Id, import.Kind, import.AsOf, Wita.Day(Now), demo, cipher, ring, new VillageFinder(areas, installation.AreaCode, learnt));
        var (same, _, _) = await new Comparison(db, gate).Beside(import.Kind, import.AsOf, stop);
        foreach (var other in same)
        {
            await foreach (var nik in db.Set<RegistryPersonRow>().AsNoTracking().Where(r => r.ImportId == other && r.NikIndex != null).Select(r => r.NikIndex!).AsAsyncEnumerable().WithCancellation(stop)) desk.Seen.PersonsBefore.Add(SeenRows.Key(nik));
            await foreach (var card in db.Set<RegistryFamilyRow>().AsNoTracking().Where(r => r.ImportId == other).Select(r => r.FamilyIndex).AsAsyncEnumerable().WithCancellation(stop)) desk.Seen.FamiliesBefore.Add(SeenRows.Key(card));
        }
        return desk;
    }

    private async Task<Func<byte[], SavedColumns?>> Templates(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await SavedColumns.Templates(db, stop);
    }

    /// <summary>One thread reads and seals, the other one writes.</summary>
    private async Task<bool> Pump(IReadOnlyList<FoundTable> tables, TrialDesk desk, CancellationToken stop)
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
                if (!await staging.Write(desk.Import, batch, stop)) return false;
            return true;
        }
        finally
        {
            await both.CancelAsync();
            await reading;
        }
    }

    private async Task<bool> Finish(RegistryImport import, TrialDesk desk, Stopwatch watch, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var comparison = new Comparison(db, gate);
        var districts = Comparison.Districts(await comparison.CountVillages(import.Id, stop));
        var (same, before, day) = await comparison.Beside(import.Kind, import.AsOf, stop);
        if (day is { } known) desk.Result.Movement = await comparison.Compare(import.Id, before, known, districts, stop);
        (desk.Result.Causes, desk.Result.Quarantined, desk.Result.Seconds) = (desk.Problems.Causes, desk.Problems.Quarantined, watch.Elapsed.TotalSeconds);
        await Learn(desk.Villages.Learnt, stop);
        using var turn = await gate.Enter(stop);
        var row = await db.Set<RegistryImport>().SingleAsync(i => i.Id == import.Id, stop);
        if (row.State != ImportState.Reading) return false;
        (row.State, row.Result, row.Districts, row.ComparedWith, row.BytesDone, row.BeatAt, row.Worker) = (ImportState.Tried, desk.Result.Write(), string.Join(',', districts), Comparison.Written(same, before), row.BytesTotal, Now, null);
        row.Version++;
        await db.SaveChangesAsync(stop);
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

    private async Task Fail(RegistryImportId id, string key, IReadOnlyList<object?> values, CancellationToken stop)
    {
        await staging.Clear(id, stop);
        await using var db = await contexts.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        var row = await db.Set<RegistryImport>().SingleAsync(i => i.Id == id, stop);
        (row.State, row.Fault, row.FaultValues, row.Worker) = (ImportState.Failed, key, System.Text.Json.JsonSerializer.Serialize(values.Select(v => v?.ToString())), null);
        row.Version++;
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The next start takes it up at once.</summary>
    private async Task Wait(RegistryImportId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        using var turn = await gate.Enter(CancellationToken.None);
        await db.Set<RegistryImport>().Where(i => i.Id == id && i.State == ImportState.Reading)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.State, ImportState.Waiting).SetProperty(x => x.Worker, (string?)null).SetProperty(x => x.Version, x => x.Version + 1));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
