using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Layar.Identity.Sessions;

/// <summary>Writes every 20 seconds who was seen; with an idle limit of 30 minutes that is close enough on every node.</summary>
internal sealed partial class SessionSeenWriter(SessionBook book, ILogger<SessionSeenWriter> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await Next(timer, stoppingToken)) await Write(stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Write(cancellationToken);
    }

    private async Task Write(CancellationToken stop)
    {
        try
        {
            await book.WriteSeen(stop);
        }
        catch (Exception failure)
        {
            NotWritten(log, failure.GetType().Name);
        }
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Last-seen times not written: {Failure}")]
    private static partial void NotWritten(ILogger log, string failure);
}
