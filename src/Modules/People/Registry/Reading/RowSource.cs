namespace Layar.People.Registry.Reading;

/// <summary>What kind of cell a value came from.</summary>
internal enum CellKind : byte
{
    Empty,
    Text,

    /// <summary>A number cell of a spreadsheet: what was typed may have lost digits.</summary>
    Number,

    /// <summary><c>#REF!</c> and the like.</summary>
    Error,

    /// <summary>A formula whose result was never stored, or one that a text file holds as it was typed.</summary>
    Formula,
}

/// <summary>The rows of one table, one at a time. Values stay valid until the next row.</summary>
internal abstract class RowSource : IDisposable
{
    public const int MostColumns = 1024;

    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    /// <summary>Name of the sheet; null for plain text.</summary>
    public string? Sheet { get; init; }

    /// <summary>Days in a spreadsheet are counted from 1904.</summary>
    public bool Epoch1904 { get; init; }

    /// <summary>Number of the row as the spreadsheet or the editor shows it.</summary>
    public abstract int Line { get; }

    /// <summary>Columns up to the last one that is filled.</summary>
    public abstract int Columns { get; }

    /// <summary>Formulas met so far whose stored result was used.</summary>
    public int Formulas { get; protected set; }

    /// <summary>Bytes of the upload read so far, for the progress.</summary>
    public abstract long BytesRead { get; }

    /// <summary>The next row with anything in it.</summary>
    /// <exception cref="ReadingFault">when the file is broken at this place</exception>
    public abstract bool Read();

    /// <summary>Trimmed text of a cell; empty beyond the last column.</summary>
    public abstract ReadOnlySpan<char> this[int column] { get; }

    public abstract CellKind Kind(int column);

    /// <summary>The file ends in the middle of this row.</summary>
    /// <param name="columns">how many the header names</param>
    public virtual bool IsCut(int columns) => false;

    /// <summary>The row has fewer cells than the header although every row of the file is written whole.</summary>
    /// <param name="columns">how many the header names</param>
    public virtual bool IsShort(int columns) => false;

    /// <summary><c>B17</c>, or <c>Lembar1!B17</c>.</summary>
    public string Place(int column) => Sheet is null ? Cell(column, Line) : $"{Sheet}!{Cell(column, Line)}";

    public static string Cell(int column, int line) => Letters(column) + line.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>0 → A, 26 → AA.</summary>
    public static string Letters(int column)
    {
        var text = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) text = (char)('A' + (rest - 1) % 26) + text;
        return text;
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
