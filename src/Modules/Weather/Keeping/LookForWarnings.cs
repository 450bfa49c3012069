using Layar.Kernel.Scheduling;

namespace Layar.Weather.Keeping;

/// <summary>Early warnings are good for hours: they are asked for every ten minutes.</summary>
internal sealed class LookForWarnings(WeatherKeeping keeping) : IJob
{
    public string Name => "weather-warnings";

    public TimeSpan Period => TimeSpan.FromMinutes(10);

    public Task Run(CancellationToken stop) => keeping.Warnings();
}
