namespace Layar.Host.Demo.Arrivals;

/// <summary>The time at which the demo lets something happen through the product's own handlers.</summary>
internal sealed class DemoClock(DateTime now) : TimeProvider
{
    private DateTime now = now;

    public override DateTimeOffset GetUtcNow() => now;

    public void Set(DateTime at) => now = at;
}
