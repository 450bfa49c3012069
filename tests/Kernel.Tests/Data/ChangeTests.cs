using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Data;

[Trait("Kind", "slice")]
[Collection(nameof(KernelServer))]
public sealed class ChangeTests(KernelServer server)
{
    [Fact]
    public async Task A_refusal_leaves_nothing_behind()
    {
        var chain = Guid.NewGuid();

        var outcome = await server.Within(s => s.GetRequiredService<Change>().Run(async () =>
        {
            await s.GetRequiredService<ActRecorder>().Record(chain, "Tested", Actor.System, CancellationToken.None);
            await s.GetRequiredService<AppDb>().SaveChangesAsync();
            return new Refusal("kernel.nik.length", null, 3);
        }, CancellationToken.None));

        Assert.Equal("kernel.nik.length", outcome.Refusal!.Code);
        Assert.Equal(0, await Acts(chain));
    }

    [Fact]
    public async Task Many_changes_of_one_chain_at_once_never_fork_it()
    {
        var chain = Guid.NewGuid();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => server.Within(s => s.GetRequiredService<Change>().Run(async () =>
        {
            await s.GetRequiredService<ActRecorder>().Record(chain, "Tested", Actor.System, CancellationToken.None);
            return Outcome.Success;
        }, CancellationToken.None))));

        var done = outcomes.Count(o => o.IsDone);
        Assert.True(done >= 1);
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal(Change.ChangedMeanwhile, o.Refusal!.Code));
        Assert.Equal(done, await Acts(chain));
        Assert.Null((await server.Within(s => s.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None))).Broken);
    }

    private Task<int> Acts(Guid chain) => server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().CountAsync(a => a.Chain == chain));
}
