namespace Layar.Host.CommandLine;

/// <summary>How a verb is written: its words and options, as <c>--help</c> prints them.</summary>
/// <param name="Words">what stands behind the verb</param>
/// <param name="Options">those that take a value, without those of every verb</param>
/// <param name="Flags">those that take none</param>
/// <param name="Files">how many words without a dash it takes at most</param>
internal sealed record VerbForm(string Verb, string Words, string[] Options, string[] Flags, int Files)
{
    /// <summary>Settings, which every verb takes.</summary>
    private static readonly string[] Settings = ["--data", "--db", "--keys", "--area", "--port", "--bind", "--publicAddress", "--catalogue", "--proxies", "--smtp", "--weather"];

    public string Usage => $"Usage: ./layar {Verb} {Words}".TrimEnd() + (Verb == "demo" ? "" : " [--data DIR] [--db sqlite|postgres:CONNECTION]");

    public static bool AsksForHelp(string[] args) => args.Any(a => a is "--help" or "-h" or "-?");

    /// <summary>Names of options are settings too, in which big letters mean nothing.</summary>
    /// <exception cref="ArgumentException">with what is wrong and the form of the verb</exception>
    public void Check(string[] args)
    {
        var files = 0;
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!args[i].StartsWith('-'))
            {
                if (++files > Files) throw Wrong($"'{args[i]}' is one word too many");
            }
            else if (Among(Flags, args[i])) { }
            else if (!Among(Options, name) && !Among(Settings, name)) throw Wrong($"unknown option {name}");
            else if (name == args[i] && ++i == args.Length) throw Wrong($"{name} needs a value");
        }
    }

    private static bool Among(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private ArgumentException Wrong(string what) => new($"layar {Verb}: {what}. {Usage}");
}

internal static class VerbForms
{
    private static readonly VerbForm[] All =
    [
        new("demo", "[--port 5080] [--data DIR] [--db sqlite|postgres:CONNECTION] [--cases 300] [--area 63.11] [--letters 150] [--whole 2000]", ["--cases", "--letters", "--whole", "--only-data"], [], 0),
        new("serve", "[--port 5080] [--bind 127.0.0.1]", [], [], 0),
        new("migrate", "[--new-keys]", [], ["--new-keys"], 0),
        new("import-areas", "FILE", [], [], 1),
        new("import-dtsen", "FILE... [--commit] [--registry dtsen|dtks|bdt|desa] [--as-of YYYY-MM-DD], or --undo ID", ["--registry", "--as-of", "--undo"], ["--commit"], int.MaxValue),
        new("link", "A.csv [B.csv] --model FILE --out FILE [--explain FILE] [--seed N] [--threads N]", ["--model", "--out", "--explain", "--seed", "--threads"], [], 2),
        new("backup", "FILE", [], [], 1),
        new("restore", "FILE", [], [], 1),
        new("verify-backup", "FILE", [], [], 1),
        new("rotate-keys", "", [], [], 0),
        new("verify-audit", "", [], [], 0),
        new("verify-letter", "FILE.pdf", [], [], 1),
        new("workflow-doc", "[FILE]", [], [], 1),
    ];

    public static VerbForm? Find(string verb) => All.FirstOrDefault(f => f.Verb == verb);
}
