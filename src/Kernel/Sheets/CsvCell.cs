using System.Text;

namespace Layar.Kernel.Sheets;

/// <summary>
/// A cell of a table that is opened in a spreadsheet. What a spreadsheet would run as a formula, also in full-width letters, and
/// numbers so long that it would round them, get an apostrophe in front; a cell stays on one line.
/// </summary>
public static class CsvCell
{
    public const char Separator = ';';
    private const int LongNumber = 11;
    private const string Active = "=+-@|%\t\r";

    /// <summary>The cells of one row with the separator between them and the end of line.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(Separator, cells.Select(Written)) + "\r\n";

    public static string Written(string? cell)
    {
        var value = cell ?? "";
        var disarm = Runs(value) || Rounds(value);
        value = (disarm ? "'" : "") + value.ReplaceLineEndings(" ");
        return value.AsSpan().IndexOfAny(";\",\t") < 0 ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    private static bool Runs(string value)
    {
        if (value.Length == 0) return false;
        if (value[0] is '\t' or '\r') return true;
        var first = value.AsSpan().TrimStart();
        return first.Length > 0 && !char.IsSurrogate(first[0]) && Active.Contains(first[..1].ToString().Normalize(NormalizationForm.FormKC)[0], StringComparison.Ordinal);
    }

    private static bool Rounds(string value) => value.Trim() is { Length: >= LongNumber } digits && !digits.AsSpan().ContainsAnyExceptInRange('0', '9');
}
