using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Acts;

/// <summary>A server of its own, because these tests break what they find.</summary>
[Trait("Kind", "slice")]
public sealed class AuditTests : IAsyncLifetime
{
    private readonly UnattendedServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task An_untouched_chain_verifies()
    {
        await Write(Guid.NewGuid(), 5);
        await Write(Guid.NewGuid(), 3);

        var result = await Verify();

        Assert.Null(result.Broken);
        Assert.True(result.Acts >= 8);
    }

    [Fact]
    public async Task The_database_refuses_to_change_or_delete_an_act()
    {
        await Write(Guid.NewGuid(), 1);

        await Assert.ThrowsAnyAsync<Exception>(() => Sql("UPDATE act SET kind = 'Other'"));
        await Assert.ThrowsAnyAsync<Exception>(() => Sql("DELETE FROM act"));
    }

    [Theory]
    [InlineData("UPDATE act SET reason = 'another reason' WHERE seq = 3", "content")]
    [InlineData("UPDATE act SET actor_name = 'Somebody' WHERE seq = 2", "content")]
    [InlineData("DELETE FROM act WHERE seq = 2", "missing")]
    public async Task Tampering_by_the_owner_of_the_database_is_found_and_named(string sql, string what)
    {
        var chain = Guid.NewGuid();
        await Write(chain, 5);
        await WithoutGuards(sql);

        var result = await Verify();

        Assert.NotNull(result.Broken);
        Assert.Contains(what, result.Broken);
        Assert.Contains(chain.ToString(), result.Broken);
    }

    [Fact]
    public async Task A_tail_cut_off_is_found_by_the_seal_of_the_day()
    {
        var chain = Guid.NewGuid();
        await Write(chain, 4, DateTime.UtcNow.AddDays(-2));
        await server.Within(async s => await s.GetRequiredService<DaySealer>().SealFinishedDays(CancellationToken.None));
        Assert.Null((await Verify()).Broken);
        await WithoutGuards("DELETE FROM act WHERE seq = 4");

        Assert.Contains("seal of", (await Verify()).Broken);
    }

    private async Task Write(Guid chain, int count, DateTime? at = null) => await server.Within(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        Act? last = null;
        for (var i = 0; i < count; i++)
        {
            last = ActRecorder.Compose(last, chain, "Tested", Actor.System, (at ?? DateTime.UtcNow).AddSeconds(i), $"reason {i}", after: new { i });
            db.Add(last);
        }
        return await db.SaveChangesAsync();
    });

    private Task<AuditResult> Verify() => server.Within(s => s.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None));

    private Task<int> Sql(string sql) => server.Within(s => s.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync(sql));

    private async Task WithoutGuards(string sql)
    {
        if (TestDatabase.Kind == DatabaseKind.Postgres)
        {
            await Sql("ALTER TABLE act DISABLE TRIGGER ALL; " + sql);
            return;
        }
        await Sql("DROP TRIGGER act_no_update");
        await Sql("DROP TRIGGER act_no_delete");
        await Sql(sql);
    }
}
