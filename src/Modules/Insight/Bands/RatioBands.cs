using System.Text.Json;
using Layar.Kernel.Installations;

namespace Layar.Insight.Bands;

internal sealed record RatioBand(int Score, decimal AtLeast);

/// <param name="Target">percentage to reach</param>
internal sealed record RatioRule(DateOnly ValidFrom, DateOnly? ValidTo, decimal Target, string LegalBasis, IReadOnlyList<RatioBand> Bands)
{
    /// <param name="percentage">rounded to two decimals before, so that no band has a gap</param>
    public int ScoreOf(decimal percentage) => Bands.OrderByDescending(b => b.AtLeast).First(b => percentage >= b.AtLeast).Score;
}

/// <summary>Bands for the ratio of resolved reports, dated like every figure that a decree can change.</summary>
internal sealed class RatioBands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Content content;

    public RatioBands(Installation installation)
    {
        var own = Path.Combine(installation.DataFolder, "settings", "ratio-bands.json");
        using var stream = File.Exists(own) ? File.OpenRead(own) : typeof(RatioBands).Assembly.GetManifestResourceStream("Layar.Insight.Data.ratio-bands.json")!;
        content = JsonSerializer.Deserialize<Content>(stream, Json)!;
    }

    /// <summary>Working target of days from report to result (indicator 14: six days or more score lowest).</summary>
    public int TargetDays => content.TargetDays;

    /// <summary>The rule in force on the day; before the first one, the first.</summary>
    public RatioRule On(DateOnly day) => content.Entries.LastOrDefault(e => e.ValidFrom <= day) ?? content.Entries[0];

    private sealed record Content(IReadOnlyList<RatioRule> Entries, int TargetDays);
}
