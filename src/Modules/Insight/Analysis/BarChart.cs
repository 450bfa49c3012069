using System.Globalization;

namespace Layar.Insight.Analysis;

/// <summary>Where the bars of the chart stand; drawn by the server, without a script and without inline styles.</summary>
internal sealed class BarChart
{
    private const int Left = 40;
    private const int Top = 10;
    private const int Base = 190;
    private const int Right = 580;
    private readonly IReadOnlyList<PeriodBar> bars;
    private readonly decimal slot;

    public BarChart(IReadOnlyList<PeriodBar> bars)
    {
        this.bars = bars;
        slot = (decimal)(Right - Left) / Math.Max(1, bars.Count);
        var top = Math.Max(4, bars.Select(b => b.Total).DefaultIfEmpty().Max());
        Step = Nice(top);
        Most = (top + Step - 1) / Step * Step;
    }

    public string ViewBox => "0 0 590 216";

    public int Step { get; }

    public int Most { get; }

    public IEnumerable<(int Value, string Y)> Lines => Enumerable.Range(0, Most / Step + 1).Select(n => (n * Step, Text(Y(n * Step))));

    /// <summary>The parts of all bars from the bottom up: class, x, y, width and height.</summary>
    public IEnumerable<(string Class, string X, string Y, string Width, string Height)> Parts =>
        bars.SelectMany((bar, n) => new[] { ("bar-1", 0, bar.Social), ("bar-2", bar.Social, bar.NonSocial), ("bar-4", bar.Social + bar.NonSocial, bar.Undecided) }
            .Where(p => p.Item3 > 0)
            .Select(p => (p.Item1, Text(X(n) - Width / 2), Text(Y(p.Item2 + p.Item3)), Text(Width), Text(Y(p.Item2) - Y(p.Item2 + p.Item3)))));

    /// <summary>Labels below the bars; not every one when they would touch.</summary>
    public IEnumerable<(PeriodBar Bar, string X)> Labels => bars.Select((bar, n) => (bar, n)).Where(b => b.n % Math.Max(1, (bars.Count + 11) / 12) == 0).Select(b => (b.bar, Text(X(b.n))));

    private decimal Width => Math.Min(30, slot * 0.6m);

    private decimal X(int n) => Left + slot * (n + 0.5m);

    private decimal Y(int value) => Base - (decimal)(Base - Top) * value / Most;

    private static int Nice(int top)
    {
        var raw = top / 4m;
        var power = 1;
        while (power * 10 <= raw) power *= 10;
        return new[] { 1, 2, 5, 10 }.Select(n => n * power).First(n => n >= raw);
    }

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
