namespace Layar.Intake.Submission;

/// <summary>Text as a person meant it: no control signs, no broken halves of signs, no blank edges; null when nothing remains.</summary>
internal static class PlainText
{
    /// <summary>Keeps line breaks.</summary>
    public static string? Of(string? text)
    {
        if (text is null) return null;
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !HasLoneSurrogate(text)) return Trimmed(text);
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\n' or '\t' || !System.Text.Rune.IsControl(rune) && rune.Value != 0xFFFD) clean.Append(rune.ToString());
        return Trimmed(clean.ToString());
    }

    /// <summary>On one line.</summary>
    public static string? Line(string? text) =>
        Of(text) is { } clean ? string.Join(' ', clean.Split((char[])['\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries)) : null;

    private static string? Trimmed(string text) => text.Trim() is { Length: > 0 } kept ? kept : null;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }
}
