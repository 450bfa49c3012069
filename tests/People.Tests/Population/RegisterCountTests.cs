using System.Data.Common;
using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;
using Layar.Eligibility.Proofs;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Population;
using Layar.People.Tests.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Population;

/// <summary>Releases change what everybody is: every test has an office of its own.</summary>
[Trait("Kind", "slice")]
public sealed class RegisterCountTests : IAsyncLifetime
{
    private static readonly DateOnly Fresh = new(2026, 11, 24), Old = new(2028, 2, 29);
    private readonly RegistryServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task<T> Ask<T>(Func<IServiceProvider, Task<T>> question) => server.Within(question);

    private Task<RegisterCount> Count(string rule, DateOnly day) => Ask(s => s.GetRequiredService<IRegisterCount>().Count(Parsed(s, rule), null, day, CancellationToken.None));

    private static Rule Parsed(IServiceProvider s, string rule) => s.GetRequiredService<IProgrammes>() is var programmes ? Rule.Parse(rule, programmes.Facts, programmes.Parameters) : null!;

    private Task<List<Inhabitant>> Everybody(DateOnly day) => Ask(async s =>
    {
        var all = new List<Inhabitant>();
        await foreach (var one in s.GetRequiredService<IPopulation>().All(day, CancellationToken.None)) all.Add(one);
        return all;
    });

    [Fact]
    public async Task Every_key_of_a_register_says_in_SQL_what_it_says_of_one_row()
    {
        await new RandomRelease(5).Write(server, 250);
        // Birthdays of 29 February with and without one, and their neighbours.
        foreach (var day in (DateOnly[])[Fresh, new(2027, 2, 27), new(2027, 2, 28), new(2027, 3, 1), new(2028, 2, 28), Old])
        {
            var (all, rows) = (await Everybody(day), await Ask(s => Keys(s, day)));
            Assert.Equal(all.Count, rows.Count);
            foreach (var one in all)
            {
                var told = one.Traces.ToDictionary(t => t.Key, t => (string?)t.Values[0]);
                foreach (var (key, said) in rows[one.Id]) Assert.Equal((day, key, told.GetValueOrDefault(key)), (day, key, said));
                Assert.Empty(told.Keys.Except(rows[one.Id].Keys));
            }
            foreach (var key in rows.Values.First().Keys) Assert.True(rows.Values.Select(r => r[key]).Distinct().Count() > 1 || key == "listed", key);
        }
    }

    [Theory, InlineData(11), InlineData(12)]
    public async Task Rules_of_all_programmes_and_random_ones_count_as_the_proofs_of_each_person(int seed)
    {
        await new RandomRelease(seed).Write(server, 150);
        foreach (var day in (DateOnly[])[Fresh, Old])
        {
            var all = await Everybody(day);
            var (asked, sure) = await Ask(s => Compare(s, all, day, seed));
            Assert.True(asked > 200 && sure > 100, $"{asked} rules were asked and {sure} of them were yes or no for somebody");
        }
    }

    [Fact]
    public async Task A_rule_is_held_against_the_one_before_and_says_what_the_release_does_not_tell()
    {
        await new RandomRelease(3).Write(server, 100);
        var count = await Ask(s => s.GetRequiredService<IRegisterCount>().Count(Parsed(s, "usia >= 30 dan (hamil atau label memuat salah satu (\"terlantar\", \"disabilitas\"))"), Parsed(s, "keputusan_musdes atau usia >= 50"), Old, CancellationToken.None));
        Assert.Equal(("dtsen/2026-10-01", await Ask(s => s.GetRequiredService<AppDb>().Set<People.Registry.Releases.RegistryPersonRow>().CountAsync())), (count.Release!.Source, count.Answers!.Persons));
        // What was said of a pregnancy in October 2026 is too old in 2028.
        Assert.Equal([("hamil", null), ("label", "terlantar")], count.Answers.Rule.NotCounted.Select(g => (g.Fact, g.Choice)));
        Assert.Equal([("keputusan_musdes", null)], count.Answers.Before!.NotCounted.Select(g => (g.Fact, g.Choice)));
        Assert.Equal(count.Answers.Rule.Yes - count.Answers.Before.Yes, count.Answers.Entered - count.Answers.Left);
        Assert.True(count.Answers is { Entered: > 0, Left: > 0 });
        Assert.Empty((await Count("hamil", Fresh)).Answers!.Rule.NotCounted);
    }

    [Fact]
    public async Task Only_the_newest_release_of_DTSEN_in_force_is_counted()
    {
        Assert.Equal(new RegisterCount(null, null), await Count("usia >= 60", Fresh));
        await new RandomRelease(1).Write(server, 20, RegistryKind.Village, RandomRelease.AsOf.AddDays(20));
        Assert.Null((await Count("usia >= 60", Fresh)).Release);
        await new RandomRelease(2).Write(server, 30, asOf: RandomRelease.AsOf.AddDays(-90));
        var newest = await new RandomRelease(3).Write(server, 10);
        var count = await Count("selalu", Fresh);
        var rows = await Ask(s => s.GetRequiredService<AppDb>().Set<People.Registry.Releases.RegistryPersonRow>().CountAsync(r => r.ImportId == newest));
        Assert.Equal((newest, rows, rows), (count.Release!.Import, count.Answers!.Persons, count.Answers.Rule.Yes));
    }

    [Fact]
    public async Task A_question_that_takes_too_long_is_called_off_and_the_next_one_is_answered()
    {
        const string endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT COUNT(*) FROM n";
        await Ask(async s =>
        {
            var (db, watch) = (s.GetRequiredService<AppDb>(), System.Diagnostics.Stopwatch.StartNew());
            Assert.Null(await new BriefQuestion(db, TimeSpan.FromMilliseconds(300)).Ask(endless, [], r => r.GetValue(0).ToString()!, CancellationToken.None));
            Assert.InRange(watch.Elapsed.TotalSeconds, 0.2, 60);
            Assert.Equal("7", await new BriefQuestion(db, TimeSpan.FromSeconds(30)).Ask("SELECT @a + 3", [new("a", 4)], r => r.GetValue(0).ToString()!, CancellationToken.None));
            using var gone = new CancellationTokenSource(300);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new BriefQuestion(db, TimeSpan.FromMinutes(5)).Ask(endless, [], r => r.GetValue(0).ToString()!, gone.Token));
            return true;
        });
    }

    /// <summary>By row and key what the SQL of each key says.</summary>
    private static async Task<Dictionary<Guid, Dictionary<string, string?>>> Keys(IServiceProvider s, DateOnly day)
    {
        var (db, counting) = (s.GetRequiredService<AppDb>(), (RegisterCounting)s.GetRequiredService<IRegisterCount>());
        var release = (await s.GetRequiredService<IRegistry>().Releases(CancellationToken.None))[0];
        var rows = counting.Rows(release, day);
        var asked = $"SELECT p.id, {string.Join(", ", rows.Columns.Select(c => c.Sql.Replace("{row}", "p", StringComparison.Ordinal)))} FROM people p";
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"WITH {rows.People(asked)} {asked}";
        var import = command.CreateParameter();
        (import.ParameterName, import.Value) = ("import", db.Value(release.Import.Value));
        command.Parameters.Add(import);
        var said = new Dictionary<Guid, Dictionary<string, string?>>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            said[reader.GetValue(0) is byte[] bytes ? Stored.Id(bytes) : reader.GetGuid(0)] = rows.Columns.Index().ToDictionary(c => c.Item.Key, c => Text(reader, c.Index + 1));
        return said;
    }

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture);

    private static async Task<(int Asked, int Sure)> Compare(IServiceProvider s, List<Inhabitant> all, DateOnly day, int seed)
    {
        var (programmes, counting) = (s.GetRequiredService<IProgrammes>(), s.GetRequiredService<IRegisterCount>());
        var texts = new RandomRuleTexts(programmes.Facts, seed);
        var rules = programmes.On(day).SelectMany(p => p.Components.Select(c => c.Rule).Prepend(p.Rule)).Concat(Enumerable.Range(0, 200).Select(_ => Parsed(s, texts.Next()))).ToList();
        var (sheets, moment, sure, before) = (Sheets(programmes, all, day), programmes.Moment(day), 0, (Rule?)null);
        foreach (var rule in rules.Where(r => moment.Lacks(r).Count == 0))
        {
            var answers = (await counting.Count(rule, before, day, CancellationToken.None)).Answers!;
            var truths = sheets.Select(p => Prover.Prove(rule, p, moment).Truth).ToList();
            Assert.Equal((rule.ToString(), truths.Count(t => t == Truth.Yes), truths.Count(t => t == Truth.No), truths.Count(t => t == Truth.Unknown)), (rule.ToString(), answers.Rule.Yes, answers.Rule.No, answers.Rule.Unknown));
            if (before is not null)
            {
                var were = sheets.Select(p => Prover.Prove(before, p, moment).Truth).ToList();
                Assert.Equal((truths.Zip(were).Count(t => t is (Truth.Yes, not Truth.Yes)), truths.Zip(were).Count(t => t is (not Truth.Yes, Truth.Yes))), (answers.Entered, answers.Left));
            }
            if (truths.Any(t => t != Truth.Unknown)) sure++;
            before = rule;
        }
        return (rules.Count, sure);
    }

    /// <summary>Everybody in the household as the trial sees it.</summary>
    private static List<FactSheet> Sheets(IProgrammes programmes, List<Inhabitant> all, DateOnly day)
    {
        var (made, sheets) = (programmes.Sheets(day), new List<FactSheet>());
        foreach (var family in all.Index().GroupBy(p => p.Item.Family < 0 ? -1 - p.Index : p.Item.Family, p => p.Item))
        {
            var members = family.Select(p => made(p.Traces)).ToList();
            sheets.AddRange(members.Select(m => m.LivesWith(members, complete: family.First().Family >= 0 && family.First().FamilySize == members.Count)));
        }
        return sheets;
    }
}
