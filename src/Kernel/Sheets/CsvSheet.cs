using System.Globalization;
using System.Text;

namespace Layar.Survey.Contracts;

/// <summary>
/// A table that the office's spreadsheet opens with a double click: semicolons, decimal comma, byte order mark. Text that a
/// spreadsheet would run as a formula gets an apostrophe in front.
/// </summary>
public sealed class CsvSheet
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private readonly StringBuilder text = new();

    public CsvSheet Row(params object?[] cells)
    {
        text.AppendJoin(';', cells.Select(Written)).Append("\r\n");
        return this;
    }

    public byte[] Bytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Written(object? cell) => cell switch
    {
        null => "",
        decimal number => number.ToString("0.####", Indonesian),
        int or long => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        _ => Safe(cell.ToString()!),
    };

    private static string Safe(string value)
    {
        value = value.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ');
        var first = value.TrimStart();
        if (first.Length > 0 && "=+-@\t\r|%".Contains(first[0], StringComparison.Ordinal) || value.Length > 0 && value[0] is '\t' or '\r') value = "'" + value;
        return value.AsSpan().IndexOfAny(";\"\r\n,") < 0 ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
