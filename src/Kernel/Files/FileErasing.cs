using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Files;

/// <summary>Bytes in the store whose last row is gone; they are deleted a while later.</summary>
internal sealed class FileToErase
{
    public required string Key { get; init; }

    public required DateTime Since { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FileToErase>
    {
        public void Configure(EntityTypeBuilder<FileToErase> file) => file.HasKey(f => f.Key);
    }
}

/// <summary>Erases files that nothing names any more. Every column of the model that holds a <see cref="StoredFileId"/> counts as naming.</summary>
public sealed class FileErasing(AppDb db, TimeProvider clock)
{
    /// <summary>Deletes the rows of those that nothing names and marks their bytes. Call inside a change, after the rows that named them were written.</summary>
    /// <returns>files erased</returns>
    public async Task<int> Erase(IReadOnlyList<StoredFileId> files, CancellationToken stop)
    {
        var rows = await db.Set<StoredFile>().AsNoTracking().Where(f => files.Contains(f.Id)).ToListAsync(stop);
        var free = "DELETE FROM stored_file WHERE id = {0}" + string.Concat(Naming().Select(n => $" AND NOT EXISTS (SELECT 1 FROM \"{n.Table}\" WHERE \"{n.Column}\" = {{0}})"));
        var gone = new List<StoredFile>();
        foreach (var row in rows)
            if (await db.Database.ExecuteSqlRawAsync(free, [db.Value(row.Id.Value)], stop) > 0) gone.Add(row);
        var keys = gone.Select(f => f.Key).Distinct().ToList();
        var known = await db.Set<FileToErase>().Where(f => keys.Contains(f.Key)).Select(f => f.Key).ToListAsync(stop);
        db.AddRange(keys.Except(known).Select(key => new FileToErase { Key = key, Since = clock.GetUtcNow().UtcDateTime }));
        return gone.Count;
    }

    private IEnumerable<(string Table, string Column)> Naming() => db.Model.GetEntityTypes().Where(e => e.ClrType != typeof(StoredFile))
        .SelectMany(e => e.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(StoredFileId)).Select(p => (e.GetTableName()!, p.GetColumnName())));
}

/// <summary>Deletes the bytes of erased files. It waits an hour, because the same content may be coming in again at this moment.</summary>
internal sealed class EraseFiles(IServiceScopeFactory scopes, IFileStore store, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);
    private const int AtOnce = 500;

    public string Name => "erase-files";

    public TimeSpan Period => TimeSpan.FromMinutes(20);

    public async Task Run(CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime - Grace;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var due = await db.Set<FileToErase>().Where(f => f.Since < before).OrderBy(f => f.Since).Take(AtOnce).Select(f => f.Key).ToListAsync(stop);
        foreach (var key in due)
        {
            if (!await db.Set<StoredFile>().AnyAsync(f => f.Key == key, stop) && !store.Erase(key, before)) continue;
            using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().Enter(stop);
            await db.Set<FileToErase>().Where(f => f.Key == key).ExecuteDeleteAsync(stop);
        }
    }
}
