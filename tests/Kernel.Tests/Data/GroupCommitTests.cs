using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Data;

[Trait("Kind", "slice")]
[Collection(nameof(KernelServer))]
public sealed class GroupCommitTests(KernelServer server)
{
    private GroupCommit Writer => server.Services.GetRequiredService<GroupCommit>();

    [Fact]
    public async Task Rows_are_there_as_soon_as_the_writer_answers()
    {
        var chain = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Writer.Write([One(Guid.NewGuid(), chain.ToString())], CancellationToken.None)));

        Assert.Equal(200, await Count(chain));
    }

    [Fact]
    public async Task A_bad_set_fails_alone_and_whole()
    {
        var mark = Guid.NewGuid();
        var taken = One(Guid.NewGuid(), mark.ToString());
        await Writer.Write([taken], CancellationToken.None);

        var good = Enumerable.Range(0, 20).Select(_ => Writer.Write([One(Guid.NewGuid(), mark.ToString())], CancellationToken.None)).ToList();
        var bad = Writer.Write([One(Guid.NewGuid(), mark.ToString()), taken], CancellationToken.None);
        await Task.WhenAll(good);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => bad);
        Assert.True(UniqueViolation.Is(failure));
        Assert.Equal(21, await Count(mark));
    }

    [Fact]
    public async Task Stored_values_read_back_through_the_model()
    {
        var act = ActRecorder.Compose(null, Guid.NewGuid(), "Tested", new Actor(Guid.NewGuid(), "Noor ‘Aini', \"H.\" 🙂", "operator", "Kadis"), DateTime.UtcNow, "alasan", new { a = 1 }, null, [Guid.NewGuid()]);
        await Writer.Write([act], CancellationToken.None);

        var read = await server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().AsNoTracking().SingleAsync(a => a.Id == act.Id));

        Assert.Equal(act.ComputeHash(), read.ComputeHash());
        Assert.Equal(act.At, read.At);
        Assert.Equal(act.ActorName, read.ActorName);
        Assert.Null(read.After);
    }

    private static Act One(Guid chain, string reason) => ActRecorder.Compose(null, chain, "Tested", Actor.System, DateTime.UtcNow, reason);

    private Task<int> Count(Guid mark)
    {
        var reason = mark.ToString();
        return server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().CountAsync(a => a.Reason == reason));
    }
}
