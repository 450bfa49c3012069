using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Kernel.Secrets;

/// <summary>Names a column that holds sealed fields, so that a key rotation finds it. Registered by the module that owns it.</summary>
/// <param name="Table">table name</param>
/// <param name="Column">column name; the place of the seal is <c>table.column</c></param>
public sealed record SealedColumn(string Table, string Column)
{
    public string Place => $"{Table}.{Column}";
}

/// <summary>Seals every field again with the newest key, some rows at a time, so that an old key can be retired.</summary>
public sealed class KeyRotation(AppDb db, FieldCipher cipher, KeyRing ring, IEnumerable<SealedColumn> columns, WriteGate gate)
{
    private const int Step = 500;

    /// <returns>fields sealed again</returns>
    public async Task<int> SealAgain(CancellationToken stop)
    {
        var count = 0;
        foreach (var column in columns) count += await SealAgain(column, stop);
        return count;
    }

    private async Task<int> SealAgain(SealedColumn column, CancellationToken stop)
    {
        var count = 0;
        await db.Database.OpenConnectionAsync(stop);
        var stale = await Stale(column, stop);
        foreach (var rows in stale.Chunk(Step))
        {
            using var turn = await gate.Enter(stop);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            foreach (var (id, value) in rows)
            {
                var fresh = cipher.Seal(cipher.OpenBytes(value, column.Place, id), column.Place, id);
                var update = $"UPDATE {column.Table} SET {column.Column} = {{0}} WHERE id = {{1}} AND {column.Column} = {{2}}";
                await db.Database.ExecuteSqlRawAsync(update, [fresh, db.Value(id), value], stop);
            }
            await transaction.CommitAsync(stop);
            count += rows.Length;
        }
        return count;
    }

    private async Task<List<(Guid Id, byte[] Value)>> Stale(SealedColumn column, CancellationToken stop)
    {
        var found = new List<(Guid, byte[])>();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT id, {column.Column} FROM {column.Table} WHERE {column.Column} IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var value = (byte[])reader.GetValue(1);
            if (FieldCipher.KeyOf(value) == ring.Current) continue;
            found.Add((reader.GetValue(0) is byte[] bytes ? Stored.Id(bytes) : reader.GetGuid(0), value));
        }
        return found;
    }
}
