using Layar.Linkage;
using Layar.Linkage.Tables;

namespace Layar.People.Registry.Reading;

/// <summary>Rows of a text file with separators.</summary>
internal sealed class TextRows : RowSource
{
    /// <summary>A row longer than this is no row, or a quotation mark that was never closed.</summary>
    private const int LongestRow = 1 << 20;
    private const int Looked = 1 << 16;
    private readonly Stream file;
    private readonly DelimitedReader rows;

    private TextRows(Stream file, DelimitedReader rows) => (this.file, this.rows) = (file, rows);

    public static TextRows Open(Stream file, string name)
    {
        var encoding = PlainText.EncodingOf(file, name);
        var start = new char[Looked];
        int length;
        using (var look = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true)) length = look.ReadBlock(start);
        file.Position = 0;
        var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 1 << 18);
        return new TextRows(file, new DelimitedReader(text, name, PlainText.SeparatorOf(start.AsSpan(0, length)), LongestRow)) { File = name };
    }

    public override int Line => rows.Line;

    public override int Columns => Math.Min(rows.Fields, MostColumns);

    public override long BytesRead => file.Position;

    public override bool Read()
    {
        try
        {
            return rows.Read();
        }
        catch (LinkageFault)
        {
            throw new ReadingFault(rows.IsOverlong ? "line-long" : "quote", File, rows.Line);
        }
    }

    public override ReadOnlySpan<char> this[int column] => column < rows.Fields ? rows[column] : default;

    public override CellKind Kind(int column) => column >= rows.Fields || rows[column].IsEmpty ? CellKind.Empty : IsFormula(rows[column]) ? CellKind.Formula : CellKind.Text;

    public override bool IsCut(int columns) => rows.EndsOpen && rows.Fields < columns;

    public override bool IsShort(int columns) => rows.Fields < columns;

    /// <summary>
    /// A formula that was saved as it stands: = + - @ before a name. Numbers may begin with a sign, and ="6311…" is how spreadsheets are made to
    /// keep the digits of a number.
    /// </summary>
    private static bool IsFormula(ReadOnlySpan<char> cell) => cell.Length > 1 && (cell[0] is '=' or '+' or '-' or '@') && (char.IsLetter(cell[1]) || cell[0] == '=' && (cell[1] is '+' or '-' or '@' or '(' or '$'));

    public override void Dispose()
    {
        file.Dispose();
        base.Dispose();
    }
}
