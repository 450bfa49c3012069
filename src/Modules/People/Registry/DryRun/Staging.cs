using System.Data.Common;
using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Layar.People.Registry.DryRun;

/// <summary>
/// Writes rows of a dry run aside, some thousands in one transaction: other writers come in between, and nothing of it counts
/// before the import is put in force. Takes them away again in the same manner.
/// </summary>
internal sealed class Staging(IDbContextFactory<AppDb> contexts, WriteGate gate, ReadingTurns turns)
{
    private const int Deleted = 5000;
    private RowWriter? writer;

    /// <returns>false when the turn was lost meanwhile, to somebody else or because the import was thrown away; then nothing was written</returns>
    public async Task<bool> Write(Turn<RegistryImportId> turn, Batch batch, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        writer ??= new RowWriter(db.Model, db.Kind);
        using var enter = await gate.Enter(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await turns.Hold(db, turn, stop, i => i.SetProperty(x => x.BytesDone, batch.BytesDone).SetProperty(x => x.RowsDone, batch.RowsDone))) return false;
        var (connection, inner) = (db.Database.GetDbConnection(), transaction.GetDbTransaction());
        await Load(writer, connection, inner, batch.Families, stop);
        await Load(writer, connection, inner, batch.Persons, stop);
        await Load(writer, connection, inner, batch.Problems, stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private static Task Load<T>(RowWriter writer, DbConnection connection, DbTransaction transaction, List<T> rows, CancellationToken stop) where T : class =>
        rows.Count == 0 ? Task.CompletedTask : writer.Load(connection, transaction, typeof(T), rows, stop);

    /// <summary>Deletes the rows of an import that nobody reads any more and that does not count.</summary>
    public Task<bool> Clear(RegistryImportId import, CancellationToken stop) => Clear(import, _ => Task.FromResult(true), stop);

    /// <summary>Deletes what was laid aside before, as long as the turn lasts.</summary>
    /// <returns>false when the turn was lost meanwhile; what somebody else has laid aside since stays</returns>
    public Task<bool> Clear(Turn<RegistryImportId> turn, CancellationToken stop) => Clear(turn.Work, db => turns.Hold(db, turn, stop), stop);

    /// <param name="may">asked in the transaction of every deletion</param>
    private async Task<bool> Clear(RegistryImportId import, Func<AppDb, Task<bool>> may, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        db.Database.SetCommandTimeout(600);
        return await Away(db, may, db.Set<RegistryPersonRow>().Where(r => r.ImportId == import).OrderBy(r => r.Village).Select(r => r.Id),
                ids => db.Set<RegistryPersonRow>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(stop), stop)
            && await Away(db, may, db.Set<RegistryFamilyRow>().Where(r => r.ImportId == import).OrderBy(r => r.Village).Select(r => r.Id),
                ids => db.Set<RegistryFamilyRow>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(stop), stop)
            && await Away(db, may, db.Set<RegistryProblem>().Where(r => r.ImportId == import).OrderBy(r => r.Cause).Select(r => r.Id),
                ids => db.Set<RegistryProblem>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(stop), stop)
            && await Piece(db, may, () => db.Set<RegistryVillageCount>().Where(r => r.ImportId == import).ExecuteDeleteAsync(stop), stop) is not null;
    }

    private async Task<bool> Away<TId>(AppDb db, Func<AppDb, Task<bool>> may, IQueryable<TId> left, Func<IQueryable<TId>, Task<int>> delete, CancellationToken stop)
    {
        while (true)
            if (await Piece(db, may, () => delete(left.Take(Deleted)), stop) is not > 0 and var gone) return gone is not null;
    }

    /// <returns>rows that are gone; null when nothing may be deleted any more</returns>
    private async Task<int?> Piece(AppDb db, Func<AppDb, Task<bool>> may, Func<Task<int>> delete, CancellationToken stop)
    {
        using var enter = await gate.Enter(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await may(db)) return null;
        var gone = await delete();
        await transaction.CommitAsync(stop);
        return gone;
    }
}
