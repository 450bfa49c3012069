using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Layar.Kernel.Data;

/// <summary>
/// WAL with synchronous=FULL: NORMAL loses acknowledged rows at power loss, FULL does not. The setting belongs to the
/// connection, so that it is said once for every new handle of the pool.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA busy_timeout=30000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static readonly ConditionalWeakTable<object, object> Known = [];

    public static void Set(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (Known.TryGetValue(handle, out _)) return;
        Known.AddOrUpdate(handle, handle);
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
