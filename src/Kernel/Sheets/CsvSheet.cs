using System.Globalization;
using System.Text;

namespace Layar.Kernel.Sheets;

/// <summary>
/// A table that the office's spreadsheet opens with a double click: semicolons, decimal comma, byte order mark, cells as
/// <see cref="CsvCell"/> writes them.
/// </summary>
public sealed class CsvSheet
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private readonly StringBuilder text = new();

    public CsvSheet Row(params object?[] cells)
    {
        text.AppendJoin(CsvCell.Separator, cells.Select(Written)).Append("\r\n");
        return this;
    }

    public byte[] Bytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Written(object? cell) => cell switch
    {
        null => "",
        decimal number => number.ToString("0.####", Indonesian),
        int or long => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        _ => CsvCell.Written(cell.ToString()),
    };
}
