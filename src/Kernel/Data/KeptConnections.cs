using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Layar.Kernel.Data;

/// <summary>Gives every context a connection that is kept with it.</summary>
internal sealed class KeptConnections(string connectionString) : DbConnectionInterceptor
{
    private const int MemoryStatistics = 9;

    static KeptConnections()
    {
        Batteries_V2.Init();
        // Counting memory takes one lock of the whole process at every allocation.
        raw.sqlite3_config(MemoryStatistics, 0);
    }

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(connectionString));
}
