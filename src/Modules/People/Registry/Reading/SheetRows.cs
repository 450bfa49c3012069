using System.Globalization;
using System.Xml;

namespace Layar.People.Registry.Reading;

/// <summary>Rows of one sheet, read from its XML as it comes; holds one row.</summary>
internal sealed class SheetRows(XmlReader xml, GuardedStream stream, long packed, SharedTexts texts) : RowSource
{
    private char[] text = new char[8192];
    private readonly int[] starts = new int[MostColumns];
    private readonly int[] lengths = new int[MostColumns];
    private readonly CellKind[] kinds = new CellKind[MostColumns];
    private int columns;
    private int filled;
    private int line;

    public override int Line => line;

    public override int Columns => columns;

    // How far the packed part is read is not told; workbooks pack about twelve to one.
    public override long BytesRead => Math.Min(packed, stream.Total / 12);

    public override ReadOnlySpan<char> this[int column] => column < columns && kinds[column] is CellKind.Text or CellKind.Number ? text.AsSpan(starts[column], lengths[column]).Trim() : default;

    public override CellKind Kind(int column) => column < columns ? kinds[column] : CellKind.Empty;

    public override bool Read()
    {
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
                line = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : line + 1;
                ReadCells();
                if (columns > 0) return true;
            }
            return false;
        }
        catch (XmlException)
        {
            throw new ReadingFault("truncated-at", File, Sheet, line);
        }
    }

    private void ReadCells()
    {
        (columns, filled) = (0, 0);
        if (xml.IsEmptyElement) return;
        var (outside, next) = (xml.Depth, 0);
        while (xml.Read() && xml.Depth > outside)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            var column = ColumnOf(xml.GetAttribute("r")) is var named and >= 0 ? named : next;
            next = column + 1;
            if (column >= MostColumns) throw new ReadingFault("columns", File, Sheet, MostColumns);
            ReadCell(column, xml.GetAttribute("t"));
        }
    }

    private void ReadCell(int column, string? type)
    {
        if (xml.IsEmptyElement) return;
        var (outside, begin, formula, found) = (xml.Depth, filled, false, false);
        while (xml.Read() && xml.Depth > outside)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "f") formula = true;
            if (xml.LocalName is not ("v" or "is")) continue;
            filled = CellText.Pieces(xml, ref text, filled, File);
            found = true;
        }
        if (formula && found) Formulas++;
        if (type == "s" && found) Shared(begin);
        var kind = type switch
        {
            "e" => CellKind.Error,
            "s" or "str" or "inlineStr" or "d" or "b" => CellKind.Text,
            _ => CellKind.Number,
        };
        if (!found) kind = formula ? CellKind.Formula : CellKind.Empty;
        else if (filled == begin && kind != CellKind.Error) kind = CellKind.Empty;
        Keep(column, begin, kind);
    }

    private void Shared(int begin)
    {
        var number = int.TryParse(text.AsSpan(begin, filled - begin), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        var length = texts.Read(number, ref text, begin);
        if (length < 0) throw new ReadingFault("truncated-at", File, Sheet, line);
        filled = begin + length;
    }

    private void Keep(int column, int begin, CellKind kind)
    {
        if (kind == CellKind.Empty) return;
        for (; columns <= column; columns++) kinds[columns] = CellKind.Empty;
        (starts[column], lengths[column], kinds[column]) = (begin, filled - begin, kind);
    }

    private static int ColumnOf(string? cell)
    {
        if (cell is null) return -1;
        var column = 0;
        foreach (var c in cell)
        {
            if (c is < 'A' or > 'Z') break;
            column = column * 26 + c - 'A' + 1;
            if (column > MostColumns * 32) break;
        }
        return column - 1;
    }

    public override void Dispose()
    {
        xml.Dispose();
        base.Dispose();
    }
}
