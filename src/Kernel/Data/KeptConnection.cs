using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Layar.Kernel.Data;

/// <summary>
/// A connection to SQLite that stays open as long as the context it belongs to is kept in the pool, and remembers the
/// statements it compiled: opening and compiling cost more than the small questions of a page. EF's own functions
/// (decimal sums, regular expressions in a query) are not registered; nothing asks for them.
/// </summary>
/// <param name="text">connection string</param>
internal sealed class KeptConnection(string text) : SqliteConnection(text)
{
    // NORMAL loses acknowledged rows at power loss, FULL does not. Every connection has a cache of its own: a few megabytes.
    private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4000; PRAGMA busy_timeout=30000;";
    private const int MostStatements = 128;
    private const int LongestStatement = 20_000;
    private readonly Dictionary<string, Compiled> statements = [];
    private readonly Queue<string> order = new();
    private bool ending;

    public override void Open()
    {
        if (State == ConnectionState.Open) return;
        base.Open();
        // A limit of rows is a value; without this SQLite compiles the statement anew for every value, which takes longer than a page of a list.
        if (raw.sqlite3_db_config(Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _) != raw.SQLITE_OK) throw new NotSupportedException("This SQLite does not know stable plans.");
        using var command = new SqliteCommand(Settings, this);
        command.ExecuteNonQuery();
    }

    /// <summary>Ends what is unfinished; the connection itself ends with its context.</summary>
    public override void Close()
    {
        if (ending) base.Close();
        else if (State == ConnectionState.Open) Unfinished();
    }

    public override SqliteCommand CreateCommand() => new KeptCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>The compiled statement of this text; null when it is in use or not worth keeping.</summary>
    internal Compiled? Take(string sql)
    {
        if (statements.TryGetValue(sql, out var known)) return known.Busy ? null : known;
        if (sql.Length > LongestStatement) return null;
        if (statements.Count >= MostStatements) Forget(order.Dequeue());
        order.Enqueue(sql);
        return statements[sql] = new Compiled(sql, this);
    }

    /// <summary>After a failure the statement is compiled anew.</summary>
    internal void Forget(string sql)
    {
        if (!statements.Remove(sql, out var known)) return;
        if (!known.Busy) known.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        ending = true;
        base.Dispose(disposing);
    }

    private void Unfinished()
    {
        Transaction?.Dispose();
        if (raw.sqlite3_get_autocommit(Handle) != 0) return;
        using var command = new SqliteCommand("ROLLBACK", this);
        command.ExecuteNonQuery();
    }

    internal sealed class Compiled(string sql, SqliteConnection connection) : SqliteCommand(sql, connection)
    {
        public bool Busy => DataReader is not null;
    }
}

/// <summary>Runs on the statement that its connection compiled before.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    private readonly KeptConnection kept;

    public KeptCommand(KeptConnection connection)
    {
        kept = connection;
        Connection = connection;
    }

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        if (kept.State != ConnectionState.Open || kept.Take(CommandText) is not { } compiled) return base.ExecuteReader(behavior);
        compiled.Transaction = Transaction;
        compiled.CommandTimeout = CommandTimeout;
        compiled.Parameters.Clear();
        foreach (SqliteParameter parameter in Parameters) compiled.Parameters.Add(parameter);
        try
        {
            return compiled.ExecuteReader(behavior);
        }
        catch
        {
            kept.Forget(CommandText);
            throw;
        }
    }
}
