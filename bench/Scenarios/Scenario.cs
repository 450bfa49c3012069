using System.Diagnostics;
using Layar.Bench.Lab;
using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

/// <param name="Name">as typed</param>
/// <param name="What">one line</param>
/// <param name="Measure">all rows of it, on one database with one number of cases</param>
internal sealed record Scenario(string Name, string What, Func<Trial, Task<IReadOnlyList<Result>>> Measure)
{
    /// <summary>Does not depend on the number of cases.</summary>
    public bool OnceOnly { get; init; }

    /// <summary>Instead of <see cref="Measure"/>, for what needs no database.</summary>
    public Func<Options, CancellationToken, Task<IReadOnlyList<Result>>>? Alone { get; init; }
}

/// <summary>One database with its data, and how long to measure.</summary>
internal sealed record Trial(Options Options, TestSite Site, DataSet Data, CancellationToken Stop)
{
    public Result Row(string scenario, int? clients = null) => new() { Scenario = scenario, Database = Site.Name, Cases = Data.Cases, Clients = clients };
}

internal static class ScenarioList
{
    public static readonly IReadOnlyList<Scenario> All =
    [
        new("intake", "POST /api/laporan, one durable transaction each; limit: bare Kestrel into the same tables, on SQLite a bare group-commit writer", IntakeScenario.Measure),
        new("track", "GET /api/laporan/{code}?pin=; limit: Kestrel returning the same bytes", TrackScenario.Measure),
        new("queue", "/petugas/antrean, 50 rows of one district by due time; limit: a bare Razor page with the same query", PageScenarios.Queue),
        new("counts", "/petugas/antrean with the counts of its saved views, never twice within their two seconds of memory", PageScenarios.Counts),
        new("case", "/petugas/kasus/{nomor} with 30 acts; limit: Kestrel returning the same bytes", PageScenarios.Case),
        new("search", "/petugas/cari, two words with one typo; limit: Kestrel returning the same bytes", PageScenarios.Search),
        new("candidates", "/petugas/warga, each key of twelve names asks who may be meant among all persons", CandidatesScenario.Measure),
        new("letter", "render, number, sign and store a letter with two workers", LetterScenario.Measure) { OnceOnly = true },
        new("start", "start of the process to the first answer on an existing database", StartScenario.Measure),
        new("demo", "making the demo cases, extrapolated to 1,000,000", DemoScenario.Measure),
        new("memory", "resident memory under 8 clients that do everything at once", MemoryScenario.Measure),
        new("reach", "pages never seen before and a report sent, in Chromium at 360 px, four times slower, on 2G, 3G and slow 4G", ReachScenario.Measure) { OnceOnly = true },
        new("import", "./layar import-dtsen with an invented release of --persons (300,000 at most) with their families; limit: the same rows loaded as they are", ImportScenario.Measure) { OnceOnly = true },
        new("linkage", "./layar link on --persons invented persons, and the index that answers while an operator types; limit: a bare blocking-and-scoring loop", _ => throw new UnreachableException()) { Alone = LinkageScenario.Measure },
        new("eligibility", "50 programmes for --persons invented persons in memory, and with --db postgres the preview of each; limit: a loop over hand-written compiled delegates", _ => throw new UnreachableException()) { Alone = EligibilityScenario.Measure },
    ];

    /// <summary>Several scenarios under one name: all that issue 3 measures of the registry and its rules.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Sets = new Dictionary<string, string[]> { ["registry"] = ["import", "eligibility", "linkage", "candidates"] };

    /// <param name="names">as typed, with commas; each scenario once, in the order named</param>
    public static IReadOnlyList<Scenario> Chosen(string names) =>
        names == "all" ? All : [.. names.Split(',').SelectMany(n => Sets.TryGetValue(n, out var set) ? set : [n]).Distinct().Select(Find)];

    private static Scenario Find(string name) => All.FirstOrDefault(s => s.Name == name)
        ?? throw new ArgumentException($"No scenario {name}. There are: all, {string.Join(", ", Sets.Keys.Concat(All.Select(s => s.Name)))}.");
}
