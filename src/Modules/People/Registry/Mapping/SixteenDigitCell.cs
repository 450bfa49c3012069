using Layar.People.Registry.Reading;

namespace Layar.People.Registry.Mapping;

/// <summary>
/// Reads NIK and family card numbers from cells and tells what spreadsheets did to them. A number cell holds fifteen digits at
/// most, so that the sixteenth becomes a zero; opened as CSV it turns into 3,27E+15.
/// </summary>
internal static class SixteenDigitCell
{
    private const int Length = 16;

    /// <param name="digits">sixteen characters to write into</param>
    /// <returns>null when the number is good; <c>missing</c>, or what is wrong with it</returns>
    public static string? Read(ReadOnlySpan<char> cell, CellKind kind, Span<char> digits)
    {
        if (kind is CellKind.Error or CellKind.Formula) return kind == CellKind.Error ? "error" : "formula";
        if (IsNothing(cell)) return "missing";
        if (IsScientific(cell)) return Expanded(cell, kind, digits);
        var count = 0;
        if (cell.EndsWith(".0") || cell.EndsWith(",0")) cell = cell[..^2];
        foreach (var c in cell)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count < Length) digits[count] = c;
                count++;
            }
            else if (!char.IsWhiteSpace(c) && c is not ('.' or '-' or '\'' or '’' or '‘' or '`' or '"' or '=' or '\u200B' or '\uFEFF')) return "letters";
        }
        return count switch
        {
            0 => "missing",
            15 => "fifteen",
            not Length => "length",
            _ => Judge(digits, kind),
        };
    }

    private static string? Judge(ReadOnlySpan<char> digits, CellKind kind)
    {
        if (digits.StartsWith("0000") || digits.IndexOfAnyExcept(digits[0]) < 0) return "filler";
        if (kind == CellKind.Number && digits[^1] == '0') return "rounded";
        // 6,31101E+15 written out again: nothing but zeros where the day and the month of birth should be.
        return digits[6..].IndexOfAnyExcept('0') < 0 ? "zeros" : null;
    }

    /// <summary>A number cell can be stored as 6.3110601018500011E+15 without a loss; a shortened one cannot be mended.</summary>
    private static string? Expanded(ReadOnlySpan<char> cell, CellKind kind, Span<char> digits)
    {
        var e = cell.IndexOfAny('E', 'e');
        var count = 0;
        foreach (var c in cell[..e])
            if (char.IsAsciiDigit(c) && count < Length) digits[count++] = c;
        if (kind != CellKind.Number || count < 15) return "scientific";
        digits[count..].Fill('0');
        return Judge(digits, kind);
    }

    private static bool IsScientific(ReadOnlySpan<char> cell) =>
        cell.Length > 4 && char.IsAsciiDigit(cell[0]) && cell.IndexOfAny('E', 'e') is > 0 and var e && e + 1 < cell.Length && (cell[e + 1] == '+' || char.IsAsciiDigit(cell[e + 1]));

    private static bool IsNothing(ReadOnlySpan<char> cell) => cell.Length switch
    {
        0 => true,
        1 => cell[0] is '-' or '0' or '?' or '\'',
        > 10 => false,
        _ => cell.Equals("null", StringComparison.OrdinalIgnoreCase) || cell.Equals("tidak ada", StringComparison.OrdinalIgnoreCase) || cell.Equals("#n/a", StringComparison.OrdinalIgnoreCase) || cell.Equals("nan", StringComparison.OrdinalIgnoreCase),
    };
}
