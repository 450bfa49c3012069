using System.Globalization;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Reading;

namespace Layar.People.Registry.DryRun;

/// <summary>Reads the cells of the present row by the meaning of their columns.</summary>
/// <param name="odd">called with cause and column when a value cannot be understood</param>
internal sealed class RowCells(TableLayout layout, RowSource rows, Action<string, int> odd, DateOnly today)
{
    private readonly int[] raw = [.. layout.RawColumns];
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    public RowSource Rows => rows;

    public int Column(string field) => layout.Column(field);

    public ReadOnlySpan<char> Text(int column) => column < 0 ? default : rows[column];

    public string? Words(int column, int longest = 300)
    {
        if (!Filled(column)) return null;
        var text = rows[column];
        if (text is "-" or "0") return null;
        return (text.Length > longest ? text[..longest] : text).ToString();
    }

    /// <summary>The same few texts come again and again: RT, RW.</summary>
    public string? Repeated(int column)
    {
        var text = Text(column);
        if (text.IsEmpty || text.Length > 40 || text is "-") return null;
        var look = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (look.TryGetValue(text, out var known)) return known;
        if (words.Count > 20_000) words.Clear();
        var kept = text.ToString();
        return words[kept] = kept;
    }

    public string? OfList(string list, int column)
    {
        if (!Filled(column)) return null;
        var text = rows[column];
        if (ValueLists.Find(list, text) is { } code) return code;
        // A number that our list does not have belongs to a code book we have not seen; the row keeps it as it stands.
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)) odd("value.unknown", column);
        return null;
    }

    public bool? YesNo(int column) => OfList("yesno", column) switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    public int? Count(int column)
    {
        if (!Filled(column)) return null;
        var text = rows[column];
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1_000_000) return (int)number;
        odd("number.unreadable", column);
        return null;
    }

    public int? Decile(int column)
    {
        if (!Filled(column)) return null;
        var text = rows[column];
        if (text.StartsWith("desil", StringComparison.OrdinalIgnoreCase)) text = text[5..].Trim();
        if (text.EndsWith("+")) text = text[..^1];
        if (text.EndsWith(".0")) text = text[..^2];
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var decile) && decile is >= 1 and <= 10) return decile;
        if (text is not ("-" or "0")) odd("decile.range", column);
        return null;
    }

    public DateOnly? Day(int column)
    {
        if (!Filled(column)) return null;
        var day = DayCell.Read(rows[column], rows.Epoch1904, today);
        if (day is null && rows[column] is not ("-" or "0")) odd("birth.unreadable", column);
        return day;
    }

    /// <summary>Values as they stand, for what has no column of its own and for the proof of what has.</summary>
    public string? Raw()
    {
        Span<char> text = stackalloc char[4096];
        var length = 0;
        foreach (var column in raw)
        {
            var cell = rows[column];
            if (length + cell.Length + 1 > text.Length) break;
            cell.CopyTo(text[length..]);
            length += cell.Length;
            text[length++] = '\u001F';
        }
        while (length > 0 && text[length - 1] == '\u001F') length--;
        return length == 0 ? null : text[..length].ToString();
    }

    private bool Filled(int column)
    {
        if (column < 0) return false;
        switch (rows.Kind(column))
        {
            case CellKind.Error:
                odd("cell.error", column);
                return false;
            case CellKind.Formula:
                odd("cell.formula", column);
                return false;
            default:
                return !rows[column].IsEmpty;
        }
    }
}
