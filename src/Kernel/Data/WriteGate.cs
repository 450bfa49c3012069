namespace Layar.Kernel.Data;

/// <summary>
/// SQLite has one writer. Inside the process writers queue here in order of arrival instead of polling the file lock;
/// on PostgreSQL the gate is open.
/// </summary>
public sealed class WriteGate(DatabaseChoice database)
{
    private readonly SemaphoreSlim? single = database.Kind == DatabaseKind.Sqlite ? new SemaphoreSlim(1, 1) : null;

    public async Task<IDisposable?> Enter(CancellationToken stop)
    {
        if (single is null) return null;
        await single.WaitAsync(stop);
        return new Leave(single);
    }

    private sealed class Leave(SemaphoreSlim single) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) single.Release();
        }
    }
}
