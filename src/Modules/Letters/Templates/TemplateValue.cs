using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Layar.Letters.Wording;

namespace Layar.Letters.Templates;

/// <summary>How one value reaches the page: formatted by name, cleaned, and always encoded.</summary>
internal static partial class TemplateValue
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Format(string text, string? format, string source, string name)
    {
        try
        {
            return format switch
            {
                null => text,
                "spelled" => $"{Spelled.Digits(Whole(text))} ({Spelled.Number(Whole(text))})",
                "rupiah" => Spelled.Rupiah(Whole(text)),
                "date" => IndonesianDate.Long(Day(text)),
                "bare" => Recommending().Replace(text, ""),
                "weekday" => IndonesianDate.WithWeekday(Day(text)),
                _ => throw new TemplateException("template.format", source, $"{name}|{format}"),
            };
        }
        catch (Exception cause) when (cause is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new TemplateException("template.format", source, $"{name}|{format}");
        }
    }

    /// <summary>
    /// Encodes for text and attributes. Control characters and those that turn the direction of writing are dropped:
    /// on paper they could show another name than the one that was signed.
    /// </summary>
    public static string Encode(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value == '\n' || !(Rune.IsControl(rune) || TurnsDirection(rune.Value))) clean.Append(rune.ToString());
        return Html.Encode(clean.ToString()).Replace("&#xA;", "\n", StringComparison.Ordinal);
    }

    /// <summary>"Surat rekomendasi bantuan" is "bantuan" where "Rekomendasi" stands before it already.</summary>
    [GeneratedRegex(@"^(surat\s+)?rekomendasi\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recommending();

    private static bool TurnsDirection(int value) =>
        value is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    private static long Whole(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
