using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Layar.Kernel.Data;

/// <summary>
/// Many rows of one table as fast as the database takes them: binary COPY on PostgreSQL; on SQLite one statement whose values
/// are bound by place, because looking each one up by its name costs more than the insert.
/// </summary>
internal static class BulkLoad
{
    public static void ToPostgres(NpgsqlConnection postgres, RowShape shape, IEnumerable<object> rows, CancellationToken stop)
    {
        using var copy = postgres.BeginBinaryImport($"COPY {shape.Table} ({shape.ColumnList}) FROM STDIN (FORMAT BINARY)");
        var columns = shape.Columns;
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            copy.StartRow();
            for (var i = 0; i < columns.Count; i++) Write(copy, columns[i].Value(row), columns[i].PostgresType);
        }
        copy.Complete();
    }

    /// <summary>By its own type: a boxed value would be looked up again for every cell.</summary>
    private static void Write(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case string text: copy.Write(text, type); break;
            case byte[] bytes: copy.Write(bytes, type); break;
            case Guid id: copy.Write(id, type); break;
            case int number: copy.Write(number, type); break;
            case bool flag: copy.Write(flag, type); break;
            case DateOnly day: copy.Write(day, type); break;
            case long number: copy.Write(number, type); break;
            case DateTime time: copy.Write(time, type); break;
            default: copy.Write(value, type); break;
        }
    }

    /// <exception cref="SqliteException">as from a command, with the extended code</exception>
    public static void ToSqlite(SqliteConnection sqlite, RowShape shape, IEnumerable<object> rows, CancellationToken stop)
    {
        var db = sqlite.Handle!;
        var columns = shape.Columns;
        Check(db, raw.sqlite3_prepare_v2(db, $"INSERT INTO {shape.Table} ({shape.ColumnList}) VALUES ({string.Join(',', columns.Select(_ => '?'))})", out var statement));
        using (statement)
        {
            foreach (var row in rows)
            {
                stop.ThrowIfCancellationRequested();
                for (var i = 0; i < columns.Count; i++) Check(db, Bind(statement, i + 1, columns[i].Value(row)));
                if (raw.sqlite3_step(statement) is var done and not raw.SQLITE_DONE) Check(db, done);
                Check(db, raw.sqlite3_reset(statement));
            }
        }
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        short number => raw.sqlite3_bind_int64(statement, place, number),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, place, number),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"SQLite does not know how to keep {value.GetType().Name}."),
    };

    private static void Check(sqlite3 db, int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_DONE) return;
        throw new SqliteException(raw.sqlite3_errmsg(db).utf8_to_string(), code & 0xFF, raw.sqlite3_extended_errcode(db));
    }
}
