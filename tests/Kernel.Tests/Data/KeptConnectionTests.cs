using Layar.Kernel.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Layar.Kernel.Tests.Data;

[Trait("Kind", "unit")]
[Trait("Database", "any")]
public sealed class KeptConnectionTests
{
    // Counters of SQLite that its wrapper does not name.
    private const int Recompiled = 5;
    private const int Runs = 6;

    [Fact]
    public void A_statement_is_compiled_once_whatever_its_values()
    {
        using var connection = new KeptConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        Run("CREATE TABLE row (id integer PRIMARY KEY, district text, open integer)");
        Run("CREATE INDEX row_open ON row (district, id) WHERE open");
        const string question = "SELECT id FROM row WHERE open AND district = @p0 ORDER BY id LIMIT @p1";
        for (var limit = 1; limit <= 5; limit++)
        {
            using var command = connection.CreateCommand();
            command.CommandText = question;
            command.Parameters.Add(new SqliteParameter("@p0", $"63.11.0{limit}"));
            command.Parameters.Add(new SqliteParameter("@p1", limit));
            using var reader = command.ExecuteReader();
            Assert.False(reader.Read());
        }

        using var again = connection.CreateCommand();
        again.CommandText = question;
        again.Parameters.Add(new SqliteParameter("@p0", "63.11.01"));
        again.Parameters.Add(new SqliteParameter("@p1", 51));
        using var last = again.ExecuteReader();
        Assert.Equal((0, 6), (Count(last, Recompiled), Count(last, Runs)));

        void Run(string sql)
        {
            using var command = new SqliteCommand(sql, connection);
            command.ExecuteNonQuery();
        }
    }

    private static int Count(SqliteDataReader reader, int what) => raw.sqlite3_stmt_status(reader.Handle!, what, 0);
}
