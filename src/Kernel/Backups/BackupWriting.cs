using System.Data;
using System.Text;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Installations;
using Layar.Kernel.Secrets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Layar.Kernel.Backups;

/// <param name="Tables">rows and fingerprint by table</param>
/// <param name="Files">stored files</param>
/// <param name="LostFiles">stored files named by the database that are not in the store</param>
public sealed record BackupSummary(IReadOnlyDictionary<string, (long Rows, UInt128 Sum)> Tables, int Files, int LostFiles)
{
    public long Rows => Tables.Values.Sum(t => t.Rows);
}

/// <summary>Writes everything that cannot be computed again into one sealed file, as of one moment, while others go on working.</summary>
public sealed class BackupWriting(AppDb db, Migrator migrator, KeyRing ring, Installation installation, IEnumerable<DerivedTable> derived)
{
    /// <param name="progress">rows and files written so far</param>
    /// <exception cref="IOException">when the file exists or the disk is full; nothing is left behind</exception>
    public async Task<BackupSummary> Write(string path, Action<long> progress, CancellationToken stop)
    {
        if (File.Exists(path)) throw new IOException($"{path} exists already; name a new file.");
        var steps = await migrator.Applied(stop);
        await db.Database.OpenConnectionAsync(stop);
        await using var moment = await Moment(stop);
        BackupSummary? summary = null;
        BackupFile.Write(path, ring, writer =>
        {
            writer.Write(steps.Count);
            foreach (var step in steps) writer.Write(step);
            var done = 0L;
            var tables = new Dictionary<string, (long, UInt128)>();
            foreach (var table in BackupTable.Of(db.Model, derived)) tables[table.Name] = WriteTable(writer, table, () => progress(++done), stop);
            var (files, lost) = WriteFiles(writer, () => progress(++done), stop);
            writer.Write(BackupFile.End);
            summary = new BackupSummary(tables, files, lost);
        });
        return summary!;
    }

    /// <summary>Every table as of now: a snapshot that stops no writer.</summary>
    private async Task<IDbContextTransaction> Moment(CancellationToken stop)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        return (await db.Database.UseTransactionAsync(sqlite.BeginTransaction(deferred: true), stop))!;
    }

    private (long, UInt128) WriteTable(BinaryWriter writer, BackupTable table, Action progress, CancellationToken stop)
    {
        writer.Write(BackupFile.Table);
        writer.Write(table.Name);
        writer.Write(table.Columns.Count);
        foreach (var column in table.Columns)
        {
            writer.Write(column.Name);
            writer.Write((byte)column.Kind);
        }
        var digest = new TableDigest();
        foreach (var row in RowsOf(table))
        {
            stop.ThrowIfCancellationRequested();
            digest.Add(row.Span);
            writer.Write(true);
            writer.Write(row.Span);
            progress();
        }
        writer.Write(false);
        writer.Write(digest.Rows);
        writer.Write((ulong)(digest.Sum >> 64));
        writer.Write((ulong)digest.Sum);
        return (digest.Rows, digest.Sum);
    }

    /// <summary>Encoded rows; each is valid until the next.</summary>
    private IEnumerable<ReadOnlyMemory<byte>> RowsOf(BackupTable table)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {table.ColumnList} FROM {table.Name}";
        command.CommandTimeout = 3600;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        using var reader = command.ExecuteReader();
        var buffer = new MemoryStream();
        using var encoder = new BinaryWriter(buffer, Encoding.UTF8);
        var row = new object?[table.Columns.Count];
        while (reader.Read())
        {
            for (var i = 0; i < row.Length; i++) row[i] = BackupTable.Read(reader, i, table.Columns[i].Kind);
            buffer.SetLength(0);
            RowCodec.Write(encoder, table.Columns, row);
            yield return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        }
    }

    private (int Files, int Lost) WriteFiles(BinaryWriter writer, Action progress, CancellationToken stop)
    {
        var (files, lost) = (0, 0);
        foreach (var key in db.Set<StoredFile>().AsNoTracking().Select(f => f.Key).Distinct().ToList())
        {
            stop.ThrowIfCancellationRequested();
            var path = DiskFileStore.PathOf(installation, key);
            if (!File.Exists(path))
            {
                lost++;
                continue;
            }
            var bytes = File.ReadAllBytes(path);
            writer.Write(BackupFile.StoredFile);
            writer.Write(key);
            writer.Write(bytes.Length);
            writer.Write(bytes);
            files++;
            progress();
        }
        return (files, lost);
    }
}
