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

    /// <summary>Deletes the rows of an import that does not count.</summary>
    public async Task Clear(RegistryImportId import, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        db.Database.SetCommandTimeout(600);
        await Away(db.Set<RegistryPersonRow>().Where(r => r.ImportId == import).OrderBy(r => r.Village).Select(r => r.Id),
            ids => db.Set<RegistryPersonRow>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(stop), stop);
        await Away(db.Set<RegistryFamilyRow>().Where(r => r.ImportId == import).OrderBy(r => r.Village).Select(r => r.Id),
            ids => db.Set<RegistryFamilyRow>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(stop), stop);
        await Away(db.Set<RegistryProblem>().Where(r => r.ImportId == import).OrderBy(r => r.Cause).Select(r => r.Id),
            ids => db.Set<RegistryProblem>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(stop), stop);
        using var turn = await gate.Enter(stop);
        await db.Set<RegistryVillageCount>().Where(r => r.ImportId == import).ExecuteDeleteAsync(stop);
    }

    private async Task Away<TId>(IQueryable<TId> left, Func<IQueryable<TId>, Task<int>> delete, CancellationToken stop)
    {
        while (true)
        {
            using var turn = await gate.Enter(stop);
            if (await delete(left.Take(Deleted)) == 0) return;
        }
    }
}
