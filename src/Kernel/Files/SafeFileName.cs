using System.Globalization;
using System.Text;

namespace Layar.Kernel.Files;

/// <summary>A name for a download that no system stumbles over.</summary>
public static class SafeFileName
{
    private const int MaxLength = 80;

    /// <summary>Plain letters, digits, hyphen and underscore remain; folders and the claimed extension go, the extension of the kind comes.</summary>
    /// <param name="proposed">Any text, also hostile.</param>
    /// <param name="kind">What the content was found to be.</param>
    /// <param name="fallback">Used when nothing remains.</param>
    public static string For(string? proposed, FileKind kind, string fallback = "berkas")
    {
        var name = (proposed ?? "").Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        if (dot > 0) name = name[..dot];
        name = Cleaned(name);
        // CON, NUL, COM1 and their like are devices on Windows.
        if (name.Length == 0 || IsDevice(name)) name = fallback;
        return name + kind.Extension();
    }

    private static string Cleaned(string name)
    {
        var clean = new StringBuilder(MaxLength);
        foreach (var x in Decomposed(name))
        {
            if (clean.Length == MaxLength) break;
            if (char.IsAsciiLetterOrDigit(x) || x is '_') clean.Append(x);
            else if (CharUnicodeInfo.GetUnicodeCategory(x) is not UnicodeCategory.NonSpacingMark && clean.Length > 0 && clean[^1] != '-') clean.Append('-');
        }
        return clean.ToString().Trim('-', '_');
    }

    // A lone surrogate cannot be normalised.
    private static string Decomposed(string name) =>
        string.Concat(name.Where(x => !char.IsSurrogate(x) && x is not ('\uFFFE' or '\uFFFF'))).Normalize(NormalizationForm.FormD);

    private static bool IsDevice(string name) =>
        name.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL" or
            ['C', 'O', 'M', >= '0' and <= '9'] or ['L', 'P', 'T', >= '0' and <= '9'];
}
