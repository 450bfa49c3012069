using System.Globalization;
using System.Text.RegularExpressions;
using Layar.Linkage.Canonical;

namespace Layar.Linkage.Instant;

/// <summary>What an operator has typed so far: words of a name, the beginning of a number, a birthday or its year.</summary>
internal sealed partial class TypedText
{
    private const int MostWords = 6;
    private static readonly HashSet<string> Silent = new(["bin", "binti", "h", "hj", "haji", "hajjah", "alm", "almh"], StringComparer.Ordinal);

    public TypedText(string typed)
    {
        var text = typed.Length > 200 ? typed[..200] : typed;
        if (Birthday().Match(text) is { Success: true } date)
        {
            if (DateOnly.TryParseExact(date.Value.Replace('/', '-'), ["d-M-yyyy", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Born = day;
            text = text.Remove(date.Index, date.Length);
        }
        var finished = text.Length == 0 || char.IsWhiteSpace(text[^1]);
        var words = PlainText.Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            if (!word.All(char.IsAsciiDigit)) continue;
            if (word.Length == 4 && int.Parse(word, CultureInfo.InvariantCulture) is > 1900 and < 2100 and var year && words.Length > 1) Year = year;
            else Number += word;
        }
        var names = words.Where(w => !w.All(char.IsAsciiDigit)).ToList();
        LastUnfinished = !finished && names.Count > 0 && names[^1] == words[^1];
        Names = [.. names.Where((w, i) => !Silent.Contains(w) || names.Count == 1 || (i == names.Count - 1 && LastUnfinished && w.Length == 1)).Take(MostWords)];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The last word may go on.</summary>
    public bool LastUnfinished { get; }

    /// <summary>All digits that are no year, together; NIKs are often typed in groups.</summary>
    public string Number { get; } = "";

    public DateOnly? Born { get; }

    public int? Year { get; }

    [GeneratedRegex(@"\b(\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d{1,2}-\d{1,2})\b")]
    private static partial Regex Birthday();
}
