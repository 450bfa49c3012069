using System.Globalization;
using System.Text.Json;

namespace Layar.Bench.Lab;

/// <summary>Google's Lighthouse (Apache-2.0), fetched from npm into a folder of this run; null scores where it does not install.</summary>
internal sealed class Lighthouse
{
    private const string Package = "lighthouse@12.8.2";
    private const string Browser = "/usr/bin/chromium";
    private static readonly string[] Categories = ["performance", "accessibility", "best-practices"];
    private readonly string folder;

    private Lighthouse(string folder) => this.folder = folder;

    /// <returns>null when npm, node or the registry of packages cannot be reached</returns>
    public static async Task<Lighthouse?> Fetch(string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        try
        {
            await using var npm = ChildProcess.Start("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--silent", Package]);
            return await npm.Finish(stop) == 0 ? new(folder) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Scores of 100 on an emulated phone with Lighthouse's own slow 4G, and what it found wrong.</summary>
    public async Task<Scores> Look(Uri page, CancellationToken stop)
    {
        var report = Path.Combine(folder, "report.json");
        File.Delete(report);
        await using var run = ChildProcess.Start("env",
        [
            $"CHROME_PATH={Browser}", "node", Path.Combine(folder, "node_modules", "lighthouse", "cli", "index.js"), page.ToString(), "--quiet", "--output=json", $"--output-path={report}",
            $"--only-categories={string.Join(',', Categories)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ]);
        await run.Finish(stop);
        if (!File.Exists(report)) throw new CannotMeasure($"lighthouse ended without a report: {run.Output}");
        using var told = JsonDocument.Parse(await File.ReadAllTextAsync(report, stop));
        return Scores.Read(told.RootElement);
    }

    /// <param name="Faults">audits of accessibility and best practices that did not pass</param>
    internal sealed record Scores(IReadOnlyDictionary<string, int> Of, IReadOnlyList<string> Faults)
    {
        public static Scores Read(JsonElement report)
        {
            var categories = report.GetProperty("categories");
            var scores = Categories.ToDictionary(c => c, c => categories.GetProperty(c).GetProperty("score") is { ValueKind: JsonValueKind.Number } score
                ? (int)Math.Round(score.GetDouble() * 100) : throw new CannotMeasure($"lighthouse gives no score for {c}"));
            var audits = report.GetProperty("audits");
            var faults = Categories.Skip(1).SelectMany(c => categories.GetProperty(c).GetProperty("auditRefs").EnumerateArray()).Select(r => r.GetProperty("id").GetString()!)
                .Where(id => audits.GetProperty(id).GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 1).Distinct();
            return new(scores, [.. faults]);
        }

        public override string ToString() =>
            string.Join(", ", Of.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value}"))) + (Faults.Count == 0 ? "" : $"; not passed: {string.Join(", ", Faults)}");
    }
}
