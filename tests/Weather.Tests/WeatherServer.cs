using Layar.Kernel.Data;
using Layar.Testing;
using Layar.Weather.Keeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Weather.Tests;

/// <summary>The application beside a BMKG that answers as the test wants.</summary>
public sealed class WeatherServer : StaffServer, IAsyncDisposable
{
    public BmkgStandIn Bmkg { get; } = BmkgStandIn.Start();

    protected override IReadOnlyDictionary<string, string?> Settled => new Dictionary<string, string?> { ["weather"] = Bmkg.Address };

    /// <summary>As if the answer had been fetched so long ago.</summary>
    public Task Age(string question, TimeSpan by) => Within(s =>
    {
        var then = DateTime.UtcNow - by;
        return s.GetRequiredService<AppDb>().Set<WeatherAnswer>().Where(a => a.Question == question).ExecuteUpdateAsync(a => a.SetProperty(x => x.FetchedAt, then));
    });

    public async Task LookForWarnings()
    {
        // The first may be the look that the start began, from before the test set what is to be seen.
        await Services.GetRequiredService<WeatherKeeping>().Warnings();
        await Services.GetRequiredService<WeatherKeeping>().Warnings();
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Bmkg.DisposeAsync();
    }
}
