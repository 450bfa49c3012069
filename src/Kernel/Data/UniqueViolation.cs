using Microsoft.Data.Sqlite;
using Npgsql;

namespace Layar.Kernel.Data;

/// <summary>Tells a broken unique index from every other failure, on both databases.</summary>
public static class UniqueViolation
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    public static bool Is(Exception failure) => (failure.InnerException ?? failure) switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        _ => false,
    };
}
