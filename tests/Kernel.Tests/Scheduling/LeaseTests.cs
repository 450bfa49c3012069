using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Scheduling;

[Trait("Kind", "slice")]
[Collection(nameof(KernelServer))]
public sealed class LeaseTests(KernelServer server)
{
    [Fact]
    public async Task Of_many_nodes_one_gets_the_lease_and_keeps_it()
    {
        var nodes = Enumerable.Range(0, 8).Select(_ => Node()).ToList();

        var taken = await Task.WhenAll(nodes.Select(n => n.Take("test", TimeSpan.FromMinutes(1), CancellationToken.None)));

        Assert.Single(taken, t => t);
        Assert.True(await nodes[Array.IndexOf(taken, true)].Take("test", TimeSpan.FromMinutes(1), CancellationToken.None));
    }

    [Fact]
    public async Task A_lease_that_ran_out_goes_to_the_next()
    {
        var first = Node();
        Assert.True(await first.Take("short", TimeSpan.FromSeconds(-1), CancellationToken.None));

        Assert.True(await Node().Take("short", TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.False(await first.Take("short", TimeSpan.FromMinutes(1), CancellationToken.None));
    }

    private Leases Node() => new(server.Services.GetRequiredService<IDbContextFactory<AppDb>>(), server.Services.GetRequiredService<WriteGate>(), TimeProvider.System);
}
