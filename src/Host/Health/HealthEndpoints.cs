using System.Globalization;
using System.Net;
using System.Text;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers and is migrated, and the process is
/// not leaving; 503 otherwise. <c>/metrics</c>: figures for the machine itself, on the loopback address only.
/// </summary>
internal static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", Ready);
        app.MapGet("/metrics", Metrics);
    }

    private static async Task<IResult> Ready(HttpContext http, DatabaseChoice database, IHostApplicationLifetime life, CancellationToken stop)
    {
        if (life.ApplicationStopping.IsCancellationRequested) return Results.Text("leaving", statusCode: StatusCodes.Status503ServiceUnavailable);
        try
        {
            var pending = await http.RequestServices.GetRequiredService<Migrator>().Pending(stop);
            return pending.Count == 0 ? Results.Text("ready") : Results.Text("not migrated", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return Results.Text($"{database.Kind} does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Metrics(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address)) return Results.NotFound();
        var text = new StringBuilder();
        void Line(string name, double value) => text.Append(name).Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line("layar_process_memory_bytes", Environment.WorkingSet);
        Line("layar_gc_heap_bytes", GC.GetTotalMemory(false));
        Line("layar_gc_collections_total", GC.CollectionCount(2));
        Line("layar_threads", ThreadPool.ThreadCount);
        Line("layar_thread_queue", ThreadPool.PendingWorkItemCount);
        Line("layar_uptime_seconds", (DateTime.Now - System.Diagnostics.Process.GetCurrentProcess().StartTime).TotalSeconds);
        return Results.Text(text.ToString(), "text/plain; version=0.0.4");
    }
}
