using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Layar.Catalogue.Versions.Following;

/// <summary>Takes up versions before the first request, and those that another node put in force within seconds.</summary>
internal sealed partial class FollowVersions(VersionsInForce versions, ILogger<FollowVersions> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken).ContinueWith(_ => { }, CancellationToken.None);
            await Look(stoppingToken);
        }
    }

    private async Task Look(CancellationToken stop)
    {
        try
        {
            if (await versions.Read(stop))
                foreach (var (id, why) in versions.Unreadable) Unreadable(log, id, why);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            Failed(log, failure.GetType().Name);
        }
        catch (OperationCanceledException)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Programme version {Id} is in force and cannot be read: {Why}")]
    private static partial void Unreadable(ILogger log, Guid id, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Programme versions could not be read: {Failure}")]
    private static partial void Failed(ILogger log, string failure);
}
