using System.Text.RegularExpressions;

namespace Layar.People.Candidates;

/// <summary>Tells the digits of a NIK from those of a birthday in what was typed.</summary>
internal static partial class TypedNumber
{
    /// <summary>Length of the longest number that is no day; blanks, points and hyphens inside a number do not count.</summary>
    public static int Digits(string? typed) => typed is null ? 0 : Run().Matches(Joined(typed)).Select(m => m.Length).DefaultIfEmpty(0).Max();

    /// <summary>Numbers without what people write between their digits; days stay as they are.</summary>
    public static string Joined(string typed)
    {
        var days = new List<string>();
        var kept = Day().Replace(typed, day =>
        {
            days.Add(day.Value);
            return "\u0001";
        });
        kept = Between().Replace(kept, "");
        var next = 0;
        return Held().Replace(kept, _ => days[next++]);
    }

    [GeneratedRegex(@"(?<![\d-])(\d{1,2}[-/.]\d{1,2}[-/.](19|20)?\d{2}|\d{1,2} \d{1,2} (19|20)\d{2}|(19|20)\d{2}-\d{2}-\d{2})(?!-?\d)")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<=\d)[ .\-'’](?=\d)")]
    private static partial Regex Between();

    [GeneratedRegex("\u0001")]
    private static partial Regex Held();

    [GeneratedRegex(@"(?<![\d/.-])\d+(?![\d/.-])")]
    private static partial Regex Run();
}
