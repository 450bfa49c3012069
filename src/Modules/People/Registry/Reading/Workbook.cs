using System.IO.Compression;
using System.Xml;

namespace Layar.People.Registry.Reading;

/// <summary>A workbook of Excel 2007 and later: the names of its sheets, its texts, and one sheet after the other as a stream.</summary>
internal sealed class Workbook : IDisposable
{
    private const int MostParts = 10_000;
    private readonly ZipArchive zip;
    private readonly string file;
    private readonly string folder;
    private SharedTexts? texts;
    private bool epoch1904;

    private Workbook(ZipArchive zip, string file, string folder) => (this.zip, this.file, this.folder) = (zip, file, folder);

    /// <summary>Visible sheets in their order: name and part.</summary>
    public IReadOnlyList<(string Name, string Part)> Sheets { get; private set; } = [];

    /// <param name="folder">where texts may be put that do not fit in memory</param>
    /// <exception cref="ReadingFault">when it is no workbook, or a broken one</exception>
    public static Workbook Open(Stream stream, string file, string folder)
    {
        try
        {
            var book = new Workbook(new ZipArchive(stream, ZipArchiveMode.Read), file, folder);
            if (book.zip.Entries.Count > MostParts) throw new ReadingFault("bomb", file);
            book.ReadSheets();
            return book;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new ReadingFault("truncated", file);
        }
        catch (XmlException)
        {
            throw new ReadingFault("truncated", file);
        }
    }

    public SheetRows Rows(int sheet)
    {
        texts ??= ReadTexts();
        var (name, part) = Sheets[sheet];
        var entry = zip.GetEntry(part) ?? throw new ReadingFault("sheet", file, name);
        var guarded = Guarded(entry);
        return new SheetRows(Xml(guarded), guarded, entry.CompressedLength, texts) { File = file, Sheet = name, Epoch1904 = epoch1904 };
    }

    private GuardedStream Guarded(ZipArchiveEntry entry)
    {
        try
        {
            return new GuardedStream(entry.Open(), entry.CompressedLength, file);
        }
        catch (InvalidDataException)
        {
            throw new ReadingFault("truncated", file);
        }
    }

    private void ReadSheets()
    {
        if (zip.GetEntry("xl/workbook.xml") is not { } entry) throw new ReadingFault(zip.GetEntry("content.xml") is null ? "not-a-table" : "ods", file);
        var targets = Targets();
        var sheets = new List<(string, string)>();
        using var xml = Xml(Guarded(entry));
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") epoch1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || xml.GetAttribute("state") is "hidden" or "veryHidden") continue;
            var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
            if (targets.TryGetValue(id, out var part)) sheets.Add((xml.GetAttribute("name") ?? "", part));
        }
        Sheets = sheets;
    }

    private Dictionary<string, string> Targets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } entry) return targets;
        using var xml = Xml(Guarded(entry));
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("Target") is not { } target) continue;
            targets[xml.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
        return targets;
    }

    private SharedTexts ReadTexts()
    {
        var found = new SharedTexts(folder);
        if (zip.GetEntry("xl/sharedStrings.xml") is not { } entry) return found;
        try
        {
            using var xml = Xml(Guarded(entry));
            CellText.Into(found, xml, file);
            return found;
        }
        catch (XmlException)
        {
            found.Dispose();
            throw new ReadingFault("truncated", file);
        }
    }

    private static XmlReader Xml(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true, CheckCharacters = false,
    });

    public void Dispose()
    {
        texts?.Dispose();
        zip.Dispose();
    }
}
