using System.Globalization;
using System.Text;

namespace Layar.Linkage.Canonical;

/// <summary>Lower case, Latin letters without marks, one blank between words: what two ways of typing the same have in common.</summary>
internal static class PlainText
{
    /// <summary>Words of letters and digits; apostrophes and full stops inside words vanish, everything else separates.</summary>
    public static string Words(string raw) => Clean(raw, keepMarks: false);

    /// <summary>Keeps marks like <c>@ . - _</c>, which matter in e-mail addresses and codes.</summary>
    public static string Marked(string raw) => Clean(raw, keepMarks: true);

    private static string Clean(string raw, bool keepMarks)
    {
        var text = IsAscii(raw) ? raw : Bare(raw);
        var kept = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (c is '\'' or '`' or '’') continue;
            if (!keepMarks && c == '.' && kept.Length > 0 && !gap) { gap = true; continue; }
            var keep = char.IsLetterOrDigit(c) || (keepMarks && !char.IsWhiteSpace(c) && !char.IsControl(c));
            if (!keep) { gap = true; continue; }
            if (gap && kept.Length > 0) kept.Append(' ');
            gap = false;
            kept.Append(char.ToLowerInvariant(c));
        }
        return kept.ToString();
    }

    private static bool IsAscii(string raw) => Ascii.IsValid(raw);

    /// <summary>é → e, ß → ss, ø → o, full-width forms → plain ones.</summary>
    private static string Bare(string raw)
    {
        var kept = new StringBuilder(raw.Length);
        foreach (var c in Decomposed(raw))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            kept.Append(c switch { 'ß' => "ss", 'ø' => "o", 'Ø' => "O", 'æ' => "ae", 'Æ' => "AE", 'ł' => "l", 'Ł' => "L", 'đ' => "d", 'Đ' => "D", 'ı' => "i", _ => null } ?? c.ToString());
        }
        return kept.ToString();
    }

    private static string Decomposed(string raw)
    {
        try
        {
            return raw.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return raw;
        }
    }
}
