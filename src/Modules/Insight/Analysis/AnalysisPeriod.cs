using System.Globalization;

namespace Layar.Insight.Analysis;

/// <summary>From the first day of a month to the last day of another.</summary>
internal sealed record AnalysisPeriod(DateOnly From, DateOnly To)
{
    private const int LongestInMonths = 60;

    public int Months => (To.Year - From.Year) * 12 + To.Month - From.Month + 1;

    public string Query => $"dari={From:yyyy-MM}&sampai={To:yyyy-MM}";

    /// <summary>The same months a year earlier.</summary>
    public AnalysisPeriod YearBefore => Of(From.AddYears(-1), To.AddYears(-1));

    /// <param name="from"><c>2026-01</c>; January of this year when unreadable</param>
    /// <param name="to"><c>2026-11</c>; this month when unreadable</param>
    /// <param name="quarters">widen to whole quarters, for readers who see only groups</param>
    public static AnalysisPeriod Read(string? from, string? to, DateOnly today, bool quarters)
    {
        var first = Month(from) ?? new DateOnly(today.Year, 1, 1);
        var last = Month(to) ?? today;
        if (last < first) (first, last) = (last, first);
        if (quarters) (first, last) = (first.AddMonths(-((first.Month - 1) % 3)), last.AddMonths(2 - (last.Month - 1) % 3));
        var period = Of(first, last);
        return period.Months <= LongestInMonths ? period : Of(last.AddMonths(1 - LongestInMonths), last);
    }

    private static AnalysisPeriod Of(DateOnly first, DateOnly last) =>
        new(new DateOnly(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1));

    private static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2999 ? day : null;
}
