using System.Buffers;

namespace Layar.Linkage.Tables;

/// <summary>
/// Reads rows of delimited text (RFC 4180, also with <c>;</c>, tab or <c>|</c>, and with blanks around fields).
/// The fields of a row stay valid until the next row is read.
/// </summary>
/// <param name="delimiter">when it is known; else <see cref="ReadHeader"/> finds it</param>
/// <param name="longest">characters and fields of a row at most; a longer one is no table, or a quotation mark that nobody closed</param>
internal sealed class DelimitedReader(TextReader reader, string file, char delimiter = ',', int longest = int.MaxValue)
{
    private readonly char[] buffer = new char[1 << 16];
    private char[] row = new char[4096];
    private readonly List<int> ends = [];
    private int rowLength;
    private int position;
    private int filled;
    private char delimiter = delimiter;
    private SearchValues<char> stops = SearchValues.Create([delimiter, '"', '\r', '\n']);

    /// <summary>Number of the line on which the present row began.</summary>
    public int Line { get; private set; } = 1;

    private int nextLine = 1;

    public int Fields => ends.Count;

    /// <summary>The present row ends with the text instead of with its line: the file may have been cut off.</summary>
    public bool EndsOpen { get; private set; }

    /// <summary>The row at which reading stopped is too long, outside quotation marks.</summary>
    public bool IsOverlong { get; private set; }

    public ReadOnlySpan<char> this[int field] => row.AsSpan(field == 0 ? 0 : ends[field - 1], ends[field] - (field == 0 ? 0 : ends[field - 1])).Trim();

    /// <summary>Reads the names of the columns and finds the delimiter: the candidate that stands most often in the first line outside quotes.</summary>
    public bool ReadHeader()
    {
        Fill();
        var counts = new int[Candidates.Length];
        var quoted = false;
        for (var i = 0; i < filled && (quoted || buffer[i] is not ('\n' or '\r')); i++)
        {
            if (buffer[i] == '"') quoted = !quoted;
            else if (!quoted && Candidates.IndexOf(buffer[i]) is var c and >= 0) counts[c]++;
        }
        delimiter = Candidates[Array.IndexOf(counts, counts.Max())];
        stops = SearchValues.Create([delimiter, '"', '\r', '\n']);
        return Read();
    }

    private const string Candidates = ",;\t|";

    /// <summary>The next row that is not empty.</summary>
    public bool Read()
    {
        do
        {
            Line = nextLine;
            ends.Clear();
            rowLength = 0;
            if (!ReadRow()) return false;
        }
        while (ends.Count == 1 && this[0].IsEmpty);
        return true;
    }

    private bool ReadRow()
    {
        var any = false;
        EndsOpen = true;
        while (Peek() is var c && c >= 0)
        {
            any = true;
            KeepPlain();
            if ((c = Peek()) < 0) break;
            if (c == '"' && FieldIsBlank()) ReadQuoted();
            else
            {
                position++;
                if (c == delimiter) EndField();
                else if (c is '\n' or '\r')
                {
                    if (c == '\r' && Peek() == '\n') position++;
                    nextLine++;
                    EndsOpen = false;
                    break;
                }
                else Keep((char)c);
            }
        }
        if (any) ends.Add(rowLength);
        return any;
    }

    /// <summary>All that is no delimiter, quotation mark or end of line, as far as the buffer reaches.</summary>
    private void KeepPlain()
    {
        var rest = buffer.AsSpan(position, filled - position);
        var plain = rest.IndexOfAny(stops);
        if (plain < 0) plain = rest.Length;
        if (plain == 0) return;
        if (plain > longest - rowLength) throw Overlong();
        if (rowLength + plain > row.Length) Array.Resize(ref row, Math.Max(row.Length * 2, rowLength + plain));
        rest[..plain].CopyTo(row.AsSpan(rowLength));
        rowLength += plain;
        position += plain;
    }

    private void EndField()
    {
        if (ends.Count >= longest) throw Overlong();
        ends.Add(rowLength);
    }

    private LinkageFault Overlong()
    {
        IsOverlong = true;
        return LinkageFault.OfData($"{file}, line {Line}: the row is longer than {longest} characters.");
    }

    private void ReadQuoted()
    {
        var opened = nextLine;
        position++;
        while (true)
        {
            var c = Peek();
            if (c < 0) throw LinkageFault.OfData($"{file}, line {opened}: a quotation mark is opened and never closed.");
            position++;
            if (c == '\n') nextLine++;
            if (rowLength >= longest) throw LinkageFault.OfData($"{file}, line {opened}: a quotation mark is opened and not closed for {longest} characters.");
            if (c == '"')
            {
                if (Peek() != '"') return;
                position++;
            }
            Keep((char)c);
        }
    }

    private bool FieldIsBlank()
    {
        for (var i = ends.Count == 0 ? 0 : ends[^1]; i < rowLength; i++) if (!char.IsWhiteSpace(row[i])) return false;
        return true;
    }

    private int Peek()
    {
        if (position < filled) return buffer[position];
        Fill();
        return filled == 0 ? -1 : buffer[0];
    }

    private void Fill() => (position, filled) = (0, reader.ReadBlock(buffer, 0, buffer.Length));

    private void Keep(char c)
    {
        if (rowLength == row.Length) Array.Resize(ref row, row.Length * 2);
        row[rowLength++] = c;
    }
}
