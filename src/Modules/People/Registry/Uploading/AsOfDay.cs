using System.Globalization;
using System.Text.RegularExpressions;

namespace Layar.People.Registry.Uploading;

/// <summary>For which day a release speaks, when nobody says so.</summary>
internal static partial class AsOfDay
{
    /// <summary>A date in a file name (2026-09-30, 20260930, 2026-09), else the end of the last quarter: DTSEN comes out every three months.</summary>
    public static DateOnly Guess(IEnumerable<string> names, DateOnly today)
    {
        foreach (var name in names)
            if (Named().Match(name) is { Success: true } m && Date(m, today) is { } day) return day;
        return new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1).AddDays(-1);
    }

    private static DateOnly? Date(Match m, DateOnly today)
    {
        var (year, month) = (Number(m.Groups[1]), Number(m.Groups[2]));
        if (year < 2010 || year > today.Year || month is < 1 or > 12) return null;
        var last = DateTime.DaysInMonth(year, month);
        var day = m.Groups[3].Success ? Number(m.Groups[3]) : last;
        return day >= 1 && day <= last && new DateOnly(year, month, day) is var found && found <= today ? found : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(20\d\d)[-_. ]?(\d\d)(?:[-_. ]?(\d\d))?(?!\d)")]
    private static partial Regex Named();
}
