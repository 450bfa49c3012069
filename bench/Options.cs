using System.Globalization;
using Layar.Bench.Scenarios;

namespace Layar.Bench;

/// <param name="Databases"><c>sqlite</c>, <c>postgres</c> or <c>postgres:CONNECTION</c></param>
internal sealed record Options(
    string Scenario, IReadOnlyList<int> Cases, IReadOnlyList<string> Databases, IReadOnlyList<int> Clients, int Seconds, int Rounds, string? Markdown)
{
    /// <summary>Invented persons for the scenario that needs no database.</summary>
    public int Persons { get; init; } = 1_000_000;

    public const string Usage = "[--cases N[,N…]] [--db sqlite|postgres[:CONNECTION]|both] [--clients 1,8] [--seconds 5] [--rounds 3] [--persons 1000000] [--markdown FILE]";

    public static Options Parse(string[] args)
    {
        var all = args[0] == "all";
        // The preview of a rule in SQL is measured on PostgreSQL, so the set that holds it asks both.
        var both = all || ScenarioList.Sets.ContainsKey(args[0]);
        var options = new Options(args[0], all ? [10_000, 100_000, 1_000_000] : [10_000], both ? ["sqlite", "postgres"] : ["sqlite"], [1, 8], 5, 3, null);
        for (var i = 1; i < args.Length; i++)
        {
            var name = args[i];
            if (i + 1 == args.Length) throw new ArgumentException($"{name} needs a value. {Usage}");
            var value = args[++i];
            options = name switch
            {
                "--cases" => options with { Cases = [.. Numbers(name, value).Order()] },
                "--db" => options with { Databases = DatabasesOf(value) },
                "--clients" => options with { Clients = Numbers(name, value) },
                "--seconds" => options with { Seconds = Numbers(name, value)[0] },
                "--rounds" => options with { Rounds = Numbers(name, value)[0] },
                "--persons" => options with { Persons = Numbers(name, value)[0] },
                "--markdown" => options with { Markdown = value },
                _ => throw new ArgumentException($"Unknown option {name}. {Usage}"),
            };
        }
        return options;
    }

    private static string[] DatabasesOf(string value) => value switch
    {
        "both" => ["sqlite", "postgres"],
        "sqlite" or "postgres" => [value],
        _ when value.StartsWith("postgres:", StringComparison.Ordinal) => [value],
        _ => throw new ArgumentException($"--db {value}: write sqlite, postgres, postgres:CONNECTION or both."),
    };

    private static int[] Numbers(string name, string value)
    {
        var parts = value.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.Select(p => int.TryParse(p, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        return numbers.Length > 0 && numbers.All(n => n > 0) ? numbers : throw new ArgumentException($"{name} {value}: write whole numbers above zero.");
    }
}
