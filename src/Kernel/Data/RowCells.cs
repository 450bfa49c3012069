using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Layar.Kernel.Data;

/// <summary>
/// The cells of the row on which a reader stands, counted from 0. SQLite hands out each cell by a call of its own, and its reader makes two or three
/// calls for one cell; a list of fifty rows makes thousands of them.
/// </summary>
public readonly struct RowCells
{
    private readonly DbDataReader reader;
    private readonly sqlite3_stmt? statement;

    /// <param name="reader">of either database, after the question was asked</param>
    public RowCells(DbDataReader reader) => (this.reader, statement) = (reader, (reader as SqliteDataReader)?.Handle);

    public bool IsNull(int at) => statement is null ? reader.IsDBNull(at) : raw.sqlite3_column_type(statement, at) == raw.SQLITE_NULL;

    public string? Text(int at) => statement is not null ? raw.sqlite3_column_text(statement, at).utf8_to_string() : reader.IsDBNull(at) ? null : reader.GetString(at);

    /// <summary>Of a column that is never null, as the three below.</summary>
    public int Number(int at) => statement is null ? reader.GetInt32(at) : raw.sqlite3_column_int(statement, at);

    public bool Flag(int at) => statement is null ? reader.GetBoolean(at) : raw.sqlite3_column_int(statement, at) != 0;

    public DateTime Moment(int at) => statement is null ? reader.GetDateTime(at) : Stored.Moment(raw.sqlite3_column_int64(statement, at));

    public Guid Id(int at) => statement is null ? reader.GetGuid(at) : Stored.Id(raw.sqlite3_column_blob(statement, at));
}
