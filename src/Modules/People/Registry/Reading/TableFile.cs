namespace Layar.People.Registry.Reading;

/// <summary>A file of a release: one table when it is text, several when it is a workbook.</summary>
internal sealed class TableFile : IDisposable
{
    private static readonly byte[] Zip = [0x50, 0x4B];
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];
    private readonly Func<Stream> open;
    private readonly Workbook? book;

    private TableFile(string name, Func<Stream> open, Workbook? book) => (Name, this.open, this.book) = (name, open, book);

    public string Name { get; }

    /// <summary>Names of the sheets; one null for text.</summary>
    public IReadOnlyList<string?> Tables => book is null ? [null] : [.. book.Sheets.Select(s => s.Name)];

    /// <param name="open">opens the bytes; each stream can seek</param>
    /// <param name="folder">where texts may be put that do not fit in memory</param>
    /// <exception cref="ReadingFault">when it is neither text nor a workbook that can be read</exception>
    public static TableFile Open(string name, Func<Stream> open, string folder)
    {
        var stream = open();
        try
        {
            var head = new byte[8];
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            stream.Position = 0;
            if (length == 0) throw new ReadingFault("empty", name);
            if (head.AsSpan().StartsWith(OldOffice)) throw new ReadingFault(HoldsPackage(stream) ? "password" : "xls", name);
            if (head.AsSpan().StartsWith(Zip)) return new TableFile(name, open, Workbook.Open(stream, name, folder));
            if (head.AsSpan().StartsWith("%PDF"u8)) throw new ReadingFault("not-a-table", name);
            stream.Dispose();
            return new TableFile(name, open, null);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>One table at a time.</summary>
    public RowSource Rows(int table) => book is null ? TextRows.Open(open(), Name) : book.Rows(table);

    /// <summary>A workbook with a password is an old Office file that holds an encrypted package.</summary>
    private static bool HoldsPackage(Stream stream)
    {
        var wanted = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");
        var bytes = new byte[1 << 16];
        var held = 0;
        for (var i = 0; i < 4096; i++)
        {
            var read = stream.Read(bytes, held, bytes.Length - held);
            if (read == 0) return false;
            if (bytes.AsSpan(0, held + read).IndexOf(wanted) >= 0) return true;
            var keep = Math.Min(wanted.Length, held + read);
            bytes.AsSpan(held + read - keep, keep).CopyTo(bytes);
            held = keep;
        }
        return false;
    }

    public void Dispose() => book?.Dispose();
}
