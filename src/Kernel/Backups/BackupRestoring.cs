using System.Security.Cryptography;
using System.Text;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Installations;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Layar.Kernel.Backups;

/// <summary>Fills an empty database and file store from a backup, in one transaction, and compares every table with what was written.</summary>
public sealed class BackupRestoring(AppDb db, Migrator migrator, KeyRing ring, Installation installation)
{
    /// <exception cref="InvalidOperationException">when the database is not empty, the backup is of a newer release, or a table differs after the restore</exception>
    /// <exception cref="CryptographicException">when the file is damaged or of another key ring</exception>
    public async Task<BackupSummary> Restore(string path, Action<long> progress, CancellationToken stop)
    {
        if ((await migrator.Applied(stop)).Count > 0) throw new InvalidOperationException("The database is not empty. Name an empty one; a restore never writes over data.");
        // Reads the whole file once before anything is written: a damaged one leaves nothing behind.
        var content = Walk(path, (_, rows) => Skip(rows), (_, _) => { }, stop);
        await migrator.Migrate(content.Steps, stop);
        await db.Database.OpenConnectionAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var done = 0L;
        Walk(path, (table, rows) => Load(table, rows, () => progress(++done)), (key, bytes) =>
        {
            WriteFile(key, bytes);
            progress(++done);
        }, stop);
        await transaction.CommitAsync(stop);
        await migrator.Migrate(stop);
        return content.Summary;
    }

    private static void Skip(IEnumerable<object?[]> rows)
    {
        foreach (var _ in rows) { }
    }

    /// <param name="load">takes every row of the table</param>
    private (IReadOnlyList<string> Steps, BackupSummary Summary) Walk(string path, Action<BackupTable, IEnumerable<object?[]>> load, Action<string, byte[]> file, CancellationToken stop)
    {
        (IReadOnlyList<string>, BackupSummary)? content = null;
        BackupFile.Read(path, ring, reader => content = ([.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())], Walk(reader, load, file, stop)));
        return content!.Value;
    }

    private static BackupSummary Walk(BinaryReader reader, Action<BackupTable, IEnumerable<object?[]>> load, Action<string, byte[]> file, CancellationToken stop)
    {
        var tables = new Dictionary<string, (long, UInt128)>();
        var files = 0;
        while (true)
        {
            switch (reader.ReadByte())
            {
                case BackupFile.End:
                    return new BackupSummary(tables, files, 0);
                case BackupFile.Table:
                    var (name, digest) = Table(reader, load, stop);
                    tables[name] = digest;
                    break;
                case BackupFile.StoredFile:
                    var key = reader.ReadString();
                    file(key, reader.ReadBytes(reader.ReadInt32()));
                    files++;
                    break;
                default:
                    throw new CryptographicException("The backup holds something unknown.");
            }
        }
    }

    private static (string, (long, UInt128)) Table(BinaryReader reader, Action<BackupTable, IEnumerable<object?[]>> load, CancellationToken stop)
    {
        var table = new BackupTable(reader.ReadString(), [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new BackupColumn(reader.ReadString(), (ColumnKind)reader.ReadByte()))]);
        var digest = new TableDigest();
        load(table, Rows(reader, table, digest, stop));
        var written = (reader.ReadInt64(), new UInt128(reader.ReadUInt64(), reader.ReadUInt64()));
        if (written != (digest.Rows, digest.Sum)) throw new InvalidOperationException($"Table {table.Name} differs from what was backed up.");
        return (table.Name, written);
    }

    private static IEnumerable<object?[]> Rows(BinaryReader reader, BackupTable table, TableDigest digest, CancellationToken stop)
    {
        var buffer = new MemoryStream();
        using var encoder = new BinaryWriter(buffer, Encoding.UTF8);
        while (reader.ReadBoolean())
        {
            stop.ThrowIfCancellationRequested();
            var row = RowCodec.Read(reader, table.Columns);
            buffer.SetLength(0);
            RowCodec.Write(encoder, table.Columns, row);
            digest.Add(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            yield return row;
        }
    }

    private void Load(BackupTable table, IEnumerable<object?[]> rows, Action progress)
    {
        var connection = db.Database.GetDbConnection();
        if (connection is NpgsqlConnection postgres)
        {
            using var copy = postgres.BeginBinaryImport($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
            var types = table.Columns.Select(c => BackupTable.ForPostgres(c.Kind)).ToList();
            foreach (var row in rows)
            {
                copy.StartRow();
                for (var i = 0; i < row.Length; i++)
                {
                    if (row[i] is null) copy.WriteNull();
                    else copy.Write(row[i]!, types[i]);
                }
                progress();
            }
            copy.Complete();
            return;
        }
        using var command = SqliteInserts.Command(connection, table.Name, [.. table.Columns.Select(c => '"' + c.Name + '"')]);
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = BackupTable.ForSqlite(row[i]);
            command.ExecuteNonQuery();
            progress();
        }
    }

    private void WriteFile(string key, byte[] bytes)
    {
        if (key.Length < 8 || !key.All(char.IsAsciiHexDigitLower)) throw new CryptographicException("The backup names a file outside the store.");
        DurableFile.Put(DiskFileStore.PathOf(installation, key), bytes);
    }
}
