using System.Text;

namespace Layar.Letters.Sealing;

/// <summary>
/// A PDF with cross-reference tables, as WeasyPrint writes it: where its objects start and what its last trailer says.
/// Files with cross-reference streams are refused: the office never made them.
/// </summary>
internal sealed class PdfFile
{
    private const int MostSections = 16;
    private const int MostObjects = 200_000;

    private readonly Dictionary<int, int> offsets = [];

    private PdfFile(byte[] data) => Data = data;

    public byte[] Data { get; }
    public Dictionary<string, Range> Trailer { get; private set; } = null!;
    public int StartOfXref { get; private set; }
    public int Size => Int(Trailer, "Size");

    public static PdfFile Read(byte[] data)
    {
        if (!data.AsSpan().StartsWith("%PDF-"u8)) throw new PdfFormatException("This is not a PDF.");
        var file = new PdfFile(data);
        var last = data.AsSpan().LastIndexOf("startxref"u8);
        if (last < 0) throw new PdfFormatException("startxref is missing.");
        var at = last + "startxref".Length;
        var section = file.StartOfXref = PdfSyntax.Integer(data, ref at);
        for (var read = 0; ; read++)
        {
            if (read == MostSections) throw new PdfFormatException("Too many updates.");
            var trailer = file.ReadSection(section);
            file.Trailer ??= trailer;
            if (!trailer.ContainsKey("Prev")) return file;
            section = file.Int(trailer, "Prev");
        }
    }

    /// <summary>The dictionary of an object.</summary>
    public Dictionary<string, Range> Object(int number) => PdfSyntax.Dictionary(Data, Start(number));

    /// <summary>The bytes of an object's dictionary without its closing brackets, to be written again with more entries.</summary>
    public string Reopened(int number)
    {
        var start = PdfSyntax.SkipSpace(Data, Start(number));
        return Encoding.Latin1.GetString(Data, start, PdfSyntax.SkipValue(Data, start) - start - 2);
    }

    public string Raw(Dictionary<string, Range> dictionary, string name) => dictionary.TryGetValue(name, out var range)
        ? Encoding.Latin1.GetString(Data.AsSpan(range))
        : throw new PdfFormatException($"/{name} is missing.");

    public int Int(Dictionary<string, Range> dictionary, string name)
    {
        if (!dictionary.TryGetValue(name, out var range)) throw new PdfFormatException($"/{name} is missing.");
        var at = range.Start.Value;
        return PdfSyntax.Integer(Data, ref at);
    }

    /// <summary>The first reference in a value: of "3 0 R", and of "[3 0 R 4 0 R]".</summary>
    public int Reference(Dictionary<string, Range> dictionary, string name)
    {
        if (!dictionary.TryGetValue(name, out var range)) throw new PdfFormatException($"/{name} is missing.");
        var at = range.Start.Value;
        if (Data[at] == '[') at++;
        var number = PdfSyntax.Integer(Data, ref at);
        PdfSyntax.Integer(Data, ref at);
        return PdfSyntax.Word(Data, ref at, "R") ? number : throw new PdfFormatException($"/{name} is not a reference.");
    }

    public int FirstPage()
    {
        var number = Reference(Object(Reference(Trailer, "Root")), "Pages");
        for (var depth = 0; depth < 20; depth++)
        {
            var node = Object(number);
            if (Raw(node, "Type") == "/Page") return number;
            number = Reference(node, "Kids");
        }
        throw new PdfFormatException("There is no page.");
    }

    /// <summary>Where an object's content starts; checks that the object there is the one asked for.</summary>
    public int Start(int number)
    {
        if (!offsets.TryGetValue(number, out var at)) throw new PdfFormatException($"Object {number} is missing.");
        if (PdfSyntax.Integer(Data, ref at) != number) throw new PdfFormatException($"Object {number} is not where the table says.");
        PdfSyntax.Integer(Data, ref at);
        return PdfSyntax.Word(Data, ref at, "obj") ? at : throw new PdfFormatException($"Object {number} has no start.");
    }

    private Dictionary<string, Range> ReadSection(int at)
    {
        if (at < 0 || at >= Data.Length || !PdfSyntax.Word(Data, ref at, "xref")) throw new PdfFormatException("A cross-reference table is missing.");
        while (!PdfSyntax.Word(Data, ref at, "trailer"))
        {
            var first = PdfSyntax.Integer(Data, ref at);
            var count = PdfSyntax.Integer(Data, ref at);
            for (var number = first; number < first + count; number++)
            {
                if (offsets.Count > MostObjects) throw new PdfFormatException("Too many objects.");
                var offset = PdfSyntax.Integer(Data, ref at);
                PdfSyntax.Integer(Data, ref at);
                if (PdfSyntax.Word(Data, ref at, "n")) offsets.TryAdd(number, offset);
                else if (!PdfSyntax.Word(Data, ref at, "f")) throw new PdfFormatException("A table entry is broken.");
            }
        }
        return PdfSyntax.Dictionary(Data, at);
    }
}
