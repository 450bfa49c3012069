using System.Data.Common;
using Layar.Catalogue.Figures;
using Layar.Catalogue.Loading;
using Layar.Catalogue.Programmes;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Versions.Following;

/// <summary>Reads what the office put in force into the book of this process.</summary>
internal sealed class VersionsInForce(ProgrammeBook book, IDbContextFactory<AppDb> contexts)
{
    /// <summary>Name of the turn in which what is in force is changed.</summary>
    public const string Turn = "catalogue.versions";

    private readonly SemaphoreSlim one = new(1, 1);
    private string seen = "";

    /// <summary>By id: why a version in force cannot be read.</summary>
    public IReadOnlyDictionary<Guid, string> Unreadable { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Cheap when nothing changed. Plain SQL, so that the start does not wait for the model.</summary>
    /// <returns>whether the book changed</returns>
    public async Task<bool> Read(CancellationToken stop)
    {
        await one.WaitAsync(stop);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(stop);
            await db.Database.OpenConnectionAsync(stop);
            var connection = db.Database.GetDbConnection();
            var stamp = await Stamp(connection, stop);
            if (stamp == seen) return false;
            Take(await Rows(connection, db.Kind, stop), await Figures(connection, db.Kind, stop));
            seen = stamp;
            return true;
        }
        finally
        {
            one.Release();
        }
    }

    private void Take(List<(Guid Id, string Code, string Entry)> rows, List<(Guid Id, string Kind, string Code, string Entry)> values)
    {
        var unreadable = new Dictionary<Guid, string>();
        var figures = Readable(values, unreadable);
        var read = new List<(Guid Id, ProgrammeEntry Entry)>();
        foreach (var (id, code, entry) in rows)
        {
            var faults = new Faults();
            var programme = ProgrammeVersion.Read(code, entry, faults);
            if (faults.All.Count == 0) read.Add((id, programme));
            else unreadable[id] = faults.All[0];
        }
        var wrong = book.Take([.. read.Select(r => r.Entry)], figures);
        foreach (var (id, entry) in read)
            if (wrong.TryGetValue(entry, out var why)) unreadable[id] = why;
        Unreadable = unreadable;
    }

    private static List<FigureEntry> Readable(List<(Guid Id, string Kind, string Code, string Entry)> values, Dictionary<Guid, string> unreadable)
    {
        var read = new List<FigureEntry>();
        foreach (var (id, kind, code, entry) in values)
        {
            var faults = new Faults();
            var figure = FigureEntry.Read(Enum.Parse<FigureKind>(kind), code, entry, faults);
            if (faults.All.Count == 0) read.Add(figure);
            else unreadable[id] = faults.All[0];
        }
        return read;
    }

    private static async Task<string> Stamp(DbConnection connection, CancellationToken stop)
    {
        return await Stamp(connection, "programme_version", stop) + await Stamp(connection, "figure_version", stop);
    }

    private static async Task<string> Stamp(DbConnection connection, string table, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*), max(changed_at), sum(version) FROM {table} WHERE state IN ('Active', 'Withdrawn')";
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return $"{reader.GetValue(0)} {(reader.IsDBNull(1) ? "" : reader.GetValue(1) is DateTime time ? Stored.Microseconds(time.ToUniversalTime()) : reader.GetValue(1))} {reader.GetValue(2)} ";
    }

    private static async Task<List<(Guid Id, string Kind, string Code, string Entry)>> Figures(DbConnection connection, DatabaseKind kind, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, kind, code, entry FROM figure_version WHERE state = 'Active' ORDER BY activated_at, number";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<(Guid, string, string, string)>();
        while (await reader.ReadAsync(stop)) rows.Add((Id(reader, kind), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        return rows;
    }

    private static Guid Id(DbDataReader reader, DatabaseKind kind) => kind == DatabaseKind.Sqlite ? Stored.Id((byte[])reader.GetValue(0)) : reader.GetGuid(0);

    private static async Task<List<(Guid Id, string Code, string Entry)>> Rows(DbConnection connection, DatabaseKind kind, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, code, entry FROM programme_version WHERE state = 'Active' ORDER BY activated_at, number";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<(Guid, string, string)>();
        while (await reader.ReadAsync(stop)) rows.Add((Id(reader, kind), reader.GetString(1), reader.GetString(2)));
        return rows;
    }
}
