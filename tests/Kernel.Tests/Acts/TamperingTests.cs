using System.Text.RegularExpressions;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Acts;

/// <summary>
/// Whoever owns the database may drop its guards and write what they like: it is found, and the place is named. Each tampering is done in a
/// transaction that is rolled back, so that every one meets the same untouched acts.
/// </summary>
[Trait("Kind", "slice")]
public sealed partial class TamperingTests : IAsyncLifetime
{
    private const int Tamperings = 200;
    private const int Chains = 12;
    private readonly UnattendedServer server = new();
    private readonly Random random = new(18);
    private readonly List<Act> acts = [];

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        await server.Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            for (var c = 0; c < Chains; c++)
            {
                // The last chains are of today: no seal covers them yet.
                var (chain, day) = (Guid.NewGuid(), DateTime.UtcNow.AddDays(c < Chains - 3 ? -3 + c % 3 : 0).AddHours(c < Chains - 3 ? 0 : -1).AddMinutes(c));
                Act? last = null;
                for (var i = 0; i < 4 + c % 4; i++)
                    acts.Add(last = ActRecorder.Compose(last, chain, $"Kind{i}", new Actor(Guid.NewGuid(), $"Petugas {c}", "operator", i == 1 ? "Kepala" : null), day.AddSeconds(i), i % 2 == 0 ? $"alasan {i}" : null, new { i }, new { next = i + 1 }, [chain]));
            }
            db.AddRange(acts);
            await db.SaveChangesAsync();
            await s.GetRequiredService<DaySealer>().SealFinishedDays(CancellationToken.None);
            await s.GetRequiredService<HeadKeeper>().Keep(CancellationToken.None);
            Assert.Null((await s.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None)).Broken);
            return true;
        });
    }

    [Fact]
    public async Task Two_hundred_random_tamperings_are_all_found_and_their_place_is_named()
    {
        for (var i = 0; i < Tamperings; i++)
        {
            var act = acts[random.Next(acts.Count)];
            var (name, sql, values) = Tampering(i, act);
            var broken = await Tampered(db => db.Database.ExecuteSqlRawAsync(sql, values.Select(v => Stored(db, v))));
            Assert.True(broken is not null, $"{i}: {name} of act {act.Seq} of {act.Chain} was not found");
            // The chain it broke, the chain it was moved into, the day, or the span in which acts are missing.
            Assert.True(broken.Contains(act.Chain.ToString(), StringComparison.Ordinal) || Place().IsMatch(broken) || acts.Any(a => broken.Contains(a.Chain.ToString(), StringComparison.Ordinal)), $"{name}: {broken}");
        }
    }

    [Fact]
    public async Task A_tail_cut_off_any_chain_is_found_also_before_its_day_is_sealed()
    {
        foreach (var chain in acts.GroupBy(a => a.Chain).Select(g => g.ToList()))
        {
            var from = random.Next(1, chain.Count + 1);
            var broken = await Tampered(db => db.Database.ExecuteSqlRawAsync("DELETE FROM act WHERE chain = {0} AND seq >= {1}", Stored(db, chain[0].Chain), from));
            Assert.True(broken is not null, $"{chain.Count - from + 1} acts of {chain[0].At:u} were cut off unseen");
            Assert.Matches(Place(), broken);
        }
    }

    [Fact]
    public async Task Who_computes_all_hashes_and_seals_anew_is_given_away_by_the_head_outside()
    {
        var victim = acts.First(a => a.Seq == 2);
        var broken = await Tampered(async db =>
        {
            await Forge(db, victim);
            await Reseal(db);
        });
        Assert.Contains("outside the database", broken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_head_that_is_noted_after_a_forgery_of_today_does_not_hide_it(bool restarted)
    {
        var (victim, clock) = (acts.First(a => a.Seq == 2 && a.Chain == acts[^1].Chain), new LaterClock { Now = DateTimeOffset.UtcNow.AddMinutes(10) });
        var heads = server.Services.GetRequiredService<OutsideHeads>();
        using var nothing = new HashedSoFar();
        var broken = await server.Within(s => Tampered(s, async db =>
        {
            await Forge(db, victim);
            db.Add(ActRecorder.Compose(null, Guid.NewGuid(), "Tested", Actor.System, clock.Now.UtcDateTime.AddMinutes(-6)));
            await db.SaveChangesAsync();
            await new HeadKeeper(db, heads, restarted ? nothing : s.GetRequiredService<HashedSoFar>(), clock).Keep(CancellationToken.None);
        }));
        Assert.Equal(2, heads.All().Count);
        Assert.Contains("outside the database", broken);
    }

    [Fact]
    public async Task A_head_that_goes_on_from_the_one_before_is_the_head_of_all_acts()
    {
        var clock = new LaterClock();
        using var one = new HashedSoFar();
        await server.Within(async s =>
        {
            for (var i = 0; i < 3; i++)
            {
                var (db, heads) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<OutsideHeads>());
                clock.Now = DateTimeOffset.UtcNow.AddMinutes(10 * (i + 1));
                db.Add(ActRecorder.Compose(null, Guid.NewGuid(), "Tested", Actor.System, clock.Now.UtcDateTime.AddMinutes(-6)));
                await db.SaveChangesAsync();
                await new HeadKeeper(db, heads, one, clock).Keep(CancellationToken.None);
                using var fresh = new HashedSoFar();
                await new HeadKeeper(db, heads, fresh, clock).Keep(CancellationToken.None);
            }
            return true;
        });
        Assert.Equal(4, server.Services.GetRequiredService<OutsideHeads>().All().Count);
        Assert.Null(await Broken());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_head_that_was_changed_or_taken_out_is_named(int line)
    {
        var place = server.Services.GetRequiredService<OutsideHeads>().Place;
        server.Services.GetRequiredService<OutsideHeads>().Append(new OutsideHead(DateTime.UtcNow, null, "", 3, "00"));
        var before = await File.ReadAllLinesAsync(place);
        await File.WriteAllLinesAsync(place, before.Select((l, i) => i == line ? l.Replace(";", ";0", StringComparison.Ordinal) : l));
        Assert.Contains($"line {line + 1}", await Broken());
        await File.WriteAllLinesAsync(place, before[1..]);
        Assert.Contains("line 1", await Broken());
        await File.WriteAllLinesAsync(place, before[..1]);
        Assert.Null(await Broken());
    }

    private (string Name, string Sql, object[] Values) Tampering(int i, Act act)
    {
        var other = acts.Where(a => a.Chain != act.Chain).ElementAt(random.Next(acts.Count - acts.Count(a => a.Chain == act.Chain)));
        string Set(string column) => $"UPDATE act SET {column} = {{0}} WHERE id = {{1}}";
        return (i % 15) switch
        {
            0 => ("kind", Set("kind"), ["Lain", act.Id.Value]),
            1 => ("time", Set("at"), [act.At.AddSeconds(-random.Next(1, 9000)), act.Id.Value]),
            2 => ("actor", Set("actor_id"), [Guid.NewGuid(), act.Id.Value]),
            3 => ("name", Set("actor_name"), ["Orang lain", act.Id.Value]),
            4 => ("role", Set("actor_role"), ["kadis", act.Id.Value]),
            5 => ("on behalf of", Set("on_behalf_of"), ["Bupati", act.Id.Value]),
            6 => ("reason", Set("reason"), ["alasan lain", act.Id.Value]),
            7 => ("touched", Set("touched"), ["[]", act.Id.Value]),
            8 => ("before", Set("before"), ["{\"i\":99}", act.Id.Value]),
            9 => ("after", Set("after"), ["{\"next\":99}", act.Id.Value]),
            10 => ("hash", Set("hash"), [Bytes(), act.Id.Value]),
            11 => ("previous hash", Set("previous_hash"), [Bytes(), act.Id.Value]),
            12 => ("deletion", "DELETE FROM act WHERE id = {0}", [act.Id.Value]),
            13 => ("move to another chain", "UPDATE act SET chain = {0}, seq = {1} WHERE id = {2}", [other.Chain, 90 + i, act.Id.Value]),
            _ => ("an act put in", "INSERT INTO act (id, chain, seq, kind, at, actor_name, actor_role, previous_hash, hash) VALUES ({0}, {1}, {2}, 'Palsu', {3}, 'Petugas', 'operator', {4}, {5})",
                [Guid.CreateVersion7(), act.Chain, 80 + i, act.At, act.Hash, Bytes()]),
        };
    }

    private byte[] Bytes()
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return bytes;
    }

    private static object Stored(AppDb db, object value) => value switch { Guid id => db.Value(id), DateTime at => db.Value(at), _ => value };

    /// <summary>Rewrites one act and every hash after it, as somebody with the rights of the owner and the source code would.</summary>
    private async Task Forge(AppDb db, Act victim)
    {
        Act? last = null;
        foreach (var act in acts.Where(a => a.Chain == victim.Chain).OrderBy(a => a.Seq))
        {
            var kind = act.Id == victim.Id ? "Disetujui" : act.Kind;
            var hash = Act.ComputeHash(act.Id.Value, act.Chain, act.Seq, kind, act.At, act.ActorId, act.ActorName, act.ActorRole, act.OnBehalfOf, act.Reason, act.Touched, act.Before, act.After, last?.Hash ?? Act.Start);
            await db.Database.ExecuteSqlRawAsync("UPDATE act SET kind = {0}, previous_hash = {1}, hash = {2} WHERE id = {3}", kind, last?.Hash ?? Act.Start, hash, db.Value(act.Id.Value));
            last = await db.Set<Act>().AsNoTracking().SingleAsync(a => a.Id == act.Id);
        }
    }

    private static async Task Reseal(AppDb db)
    {
        var previous = Act.Start;
        foreach (var seal in await db.Set<DailySeal>().AsNoTracking().OrderBy(s => s.Day).ToListAsync())
        {
            var (count, content) = await DaySealer.Content(db, seal.Day, CancellationToken.None);
            var hash = DailySeal.ComputeHash(seal.Day, count, previous, content);
            await db.Database.ExecuteSqlRawAsync("UPDATE daily_seal SET hash = {0}, previous_hash = {1} WHERE acts = {2} AND hash = {3}", hash, previous, seal.Acts, seal.Hash);
            previous = hash;
        }
    }

    private Task<string?> Broken() => server.Within(async s => (await s.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None)).Broken);

    /// <summary>What the check says after this was done to the database, which is then as it was.</summary>
    private Task<string?> Tampered(Func<AppDb, Task> deed) => server.Within(s => Tampered(s, deed));

    private static async Task<string?> Tampered(IServiceProvider s, Func<AppDb, Task> deed)
    {
        var db = s.GetRequiredService<AppDb>();
        using var turn = await s.GetRequiredService<WriteGate>().Enter(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await WithoutGuards(db);
        await deed(db);
        var broken = (await s.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None)).Broken;
        await transaction.RollbackAsync();
        return broken;
    }

    private static async Task WithoutGuards(AppDb db)
    {
        string[] guards = db.Kind == DatabaseKind.Postgres ? ["ALTER TABLE act DISABLE TRIGGER ALL", "ALTER TABLE daily_seal DISABLE TRIGGER ALL"]
            : ["DROP TRIGGER act_no_update", "DROP TRIGGER act_no_delete", "DROP TRIGGER daily_seal_no_update"];
        foreach (var guard in guards) await db.Database.ExecuteSqlRawAsync(guard);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private sealed class LaterClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [GeneratedRegex(@"seal of \d{4}-\d\d-\d\d|acts from \d{4}-\d\d-\d\d")]
    private static partial Regex Place();
}
