using System.Data.Common;
using System.Diagnostics;
using Layar.Bench.Lab;
using Layar.Bench.Limits;
using Layar.Bench.Load;
using Layar.Bench.Report;
using Layar.Eligibility;
using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;
using Layar.Eligibility.Proofs;
using Layar.Eligibility.Running;
using Layar.Eligibility.Sql;
using Npgsql;

namespace Layar.Bench.Scenarios;

/// <summary>Fifty programmes for everybody of an invented registry, and the preview of one programme in PostgreSQL.</summary>
internal static class EligibilityScenario
{
    private static readonly Moment Now = new(InventedRegistry.Today, RuleParameters.None);

    public static async Task<IReadOnlyList<Result>> Measure(Options options, CancellationToken stop)
    {
        var registry = new InventedRegistry(options.Persons);
        var rules = FiftyProgrammes.All.Select(p => Rule.Parse(p.Rule, InventedRegistry.Facts, RuleParameters.None)).ToList();
        var (row, eligible) = InMemory(registry, rules, options.Rounds);
        var results = new List<Result> { row };
        foreach (var database in options.Databases.Where(d => d.StartsWith("postgres", StringComparison.Ordinal))) results.Add(await Preview(database, registry, rules, eligible, options.Rounds, stop));
        return results;
    }

    private static (Result Row, int[] Eligible) InMemory(InventedRegistry registry, List<Rule> rules, int rounds)
    {
        var threads = Environment.ProcessorCount;
        var table = registry.Table();
        var watch = Stopwatch.StartNew();
        var compiled = CompiledRules.Compile(rules, Now);
        var hand = FiftyProgrammes.All.Select(p => p.Eligible).ToArray();
        var answers = compiled.Run(table, threads);
        var first = watch.Elapsed;
        var (ours, theirs, counted) = (new List<double>(), new List<double>(), Array.Empty<int>());
        EligibilityLimit.Count(registry.Rows, hand, threads);
        for (var round = 0; round < Math.Max(5, rounds); round++)
        {
            ours.Add(Seconds(() => answers = compiled.Run(table, threads)));
            theirs.Add(Seconds(() => counted = EligibilityLimit.Count(registry.Rows, hand, threads)));
        }
        var eligible = Enumerable.Range(0, rules.Count).Select(r => answers.Count(r, Truth.Yes)).ToArray();
        if (eligible.Zip(counted).Index().FirstOrDefault(e => e.Item.First != e.Item.Second) is { Item: var (a, b) } odd && a != b)
            throw new CannotMeasure($"programme {odd.Index}: {a} by the rule, {b} by hand: {rules[odd.Index]}");
        var ratios = theirs.Zip(ours, (t, o) => t / o).ToList();
        var unknown = Enumerable.Range(0, rules.Count).Sum(r => (long)answers.Count(r, Truth.Unknown));
        var row = new Result
        {
            Scenario = "eligibility", Database = "memory", Cases = registry.Rows.Length, PerSecond = registry.Rows.Length / ours.Median(), Limit = registry.Rows.Length / theirs.Median(), Ratio = ratios.Median(),
            RatioLow = ratios.Min(), RatioHigh = ratios.Max(), PeakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,
            Note = $"{rules.Count} programmes, {threads} threads; {ours.Median() * 1000:N0} ms a run, {first.TotalMilliseconds:N0} ms the first time with compiling; {(double)unknown / registry.Rows.Length / rules.Count:P0} of the answers unknown; the limit gives two-valued answers",
        };
        return (row.With(true, "≥ 50 % of the limit", row.Ratio >= 0.5).With(true, "≤ 1,500 MB", row.PeakMegabytes <= 1500), eligible);
    }

    private static async Task<Result> Preview(string database, InventedRegistry registry, List<Rule> rules, int[] eligible, int rounds, CancellationToken stop)
    {
        await using var site = await TestSite.Open(database, stop);
        await using var data = await site.Empty("eligibility", 0, stop);
        await using var open = new NpgsqlConnection(site.ConnectionTo(data));
        await open.OpenAsync(stop);
        await registry.Load(open, stop);
        var times = new List<(double Milliseconds, int Rule)>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (place, rule) in rules.Index())
            {
                var watch = Stopwatch.GetTimestamp();
                var found = await Count(open, SqlRule.Translate(rule, Now, InventedRegistry.Columns, SqlDialect.Postgres), stop);
                times.Add((Stopwatch.GetElapsedTime(watch).TotalMilliseconds, place));
                if (found != eligible[place]) throw new CannotMeasure($"programme {place}: {found} by SQL, {eligible[place]} in memory: {rule}");
            }
        }
        times.Sort();
        var row = new Result
        {
            Scenario = "eligibility", Database = site.Name, Cases = registry.Rows.Length, Clients = 1, P50 = times[times.Count / 2].Milliseconds, P95 = times[times.Count * 95 / 100].Milliseconds, P99 = times[times.Count * 99 / 100].Milliseconds,
            PerSecond = 1000 / times.Average(t => t.Milliseconds), Note = $"eligible, not and unknown of one programme counted; slowest: {rules[times[^1].Rule]}",
        };
        return row.With(true, "slowest < 1,000 ms", times[^1].Milliseconds < 1000);
    }

    private static async Task<int> Count(DbConnection open, SqlRule rule, CancellationToken stop)
    {
        await using var command = open.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FILTER (WHERE a = 1), COUNT(*) FILTER (WHERE a = 0), COUNT(*) FILTER (WHERE a IS NULL) FROM (SELECT {rule.Answer} AS a FROM orang p {rule.Joins}) answers";
        foreach (var (name, value) in rule.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return (int)reader.GetInt64(0);
    }

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
