using Layar.Letters.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Layar.Letters.Issuing;

/// <summary>Starts the print workers after the start, without anybody waiting for them.</summary>
internal sealed partial class PrinterWarming(ILetterPrinter printer, ILogger<PrinterWarming> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The first visitors go before: they wait for a page, nobody waits for a printer yet.
            await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            await printer.WarmAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception failure)
        {
            Cold(log, failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters cannot be printed now: {Reason}")]
    private static partial void Cold(ILogger log, string reason);
}
