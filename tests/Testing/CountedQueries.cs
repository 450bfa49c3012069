using System.Data.Common;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Testing;

/// <summary>Counts the commands that EF sends for requests. Add to a server in <see cref="LayarServer.Adjust"/> with <see cref="CountedQueriesOf.CountQueries"/>.</summary>
public sealed class CountedQueries : DbCommandInterceptor
{
    private readonly HttpContextAccessor requests = new();
    private int count;

    public int Count => count;

    /// <summary>SQL of the commands since the last reset, for the message of a failed assertion.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Commands { get; } = new();

    public void Reset()
    {
        Interlocked.Exchange(ref count, 0);
        Commands.Clear();
    }

    /// <summary>Jobs of the house run beside a page now and then; the quietest of three openings is the page's own.</summary>
    public async Task<int> Quietest(Func<Task> open)
    {
        var least = int.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            Reset();
            await open();
            least = Math.Min(least, Count);
        }
        return least;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count1(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count1(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Count1(DbCommand command)
    {
        // The workings of the house (outbox, leases, jobs) run beside a request and are not its queries.
        if (requests.HttpContext is null) return;
        Interlocked.Increment(ref count);
        Commands.Enqueue(command.CommandText);
    }
}

public static class CountedQueriesOf
{
    public static void CountQueries(this IServiceCollection services, CountedQueries counted) =>
        services.ConfigureDbContext<AppDb>(options => options.AddInterceptors(counted));
}
