using System.Globalization;
using System.Text;

namespace Layar.Areas.Listed;

/// <summary>
/// Folds a name as people write it: case, spaces, apostrophes and dots do not count, Sei is Sungai, and "Desa", "Ds.",
/// "Kel.", "Kec." before it are left out. Lok and Mesjid stay as they are: they are parts of names here.
/// </summary>
internal static class AreaName
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "desa", "ds", "kelurahan", "kel", "kecamatan", "kec", "kabupaten", "kab", "kota",
    };

    public static string Fold(string? name)
    {
        var words = Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && Before.Contains(words[0])) words.RemoveAt(0);
        return string.Concat(words.Select(word => word == "sei" ? "sungai" : word));
    }

    private static string Plain(string? name)
    {
        var text = new StringBuilder();
        foreach (var letter in (name ?? "").Normalize(NormalizationForm.FormD))
        {
            if (letter is '\'' or '’' or '‘' or '`' or 'ʼ' || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            text.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }
        return text.ToString();
    }
}
