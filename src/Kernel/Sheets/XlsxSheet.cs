using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Layar.Kernel.Sheets;

/// <summary>
/// A workbook for Excel 2007 and later with one sheet of texts: long numbers stay whole and nothing is a formula, whatever
/// stands in a cell. Rows are written one after the other.
/// </summary>
public sealed class XlsxSheet : IDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Characters that Excel takes in one cell.</summary>
    private const int Longest = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private readonly MemoryStream bytes = new();
    private readonly ZipArchive zip;
    private readonly XmlWriter rows;
    private int count;

    /// <param name="name">of the sheet, at most 31 characters, none of them <c>[]:*?/\</c></param>
    public XlsxSheet(string name)
    {
        zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{MediaType}.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Part("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{System.Security.SecurityElement.Escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        rows = XmlWriter.Create(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        rows.WriteStartElement("worksheet", Main);
        // The first row stays in sight.
        rows.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        rows.WriteStartElement("sheetData", Main);
    }

    public void Row(IEnumerable<string?> cells)
    {
        rows.WriteStartElement("row", Main);
        rows.WriteAttributeString("r", $"{++count}");
        var column = 0;
        foreach (var cell in cells)
        {
            rows.WriteStartElement("c", Main);
            rows.WriteAttributeString("r", $"{Letters(column++)}{count}");
            if (!string.IsNullOrEmpty(cell))
            {
                rows.WriteAttributeString("t", "inlineStr");
                rows.WriteStartElement("is", Main);
                rows.WriteStartElement("t", Main);
                rows.WriteAttributeString("xml", "space", null, "preserve");
                rows.WriteString(Readable(cell));
                rows.WriteEndElement();
                rows.WriteEndElement();
            }
            rows.WriteEndElement();
        }
        rows.WriteEndElement();
    }

    /// <summary>Ends the sheet; nothing can be added afterwards.</summary>
    public byte[] Bytes()
    {
        rows.Dispose();
        zip.Dispose();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        rows.Dispose();
        zip.Dispose();
        bytes.Dispose();
    }

    /// <summary>A, B … Z, AA, AB …</summary>
    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>Without what XML cannot hold. A character outside the first plane, such as an emoji, is whole or away.</summary>
    private static string Readable(string cell)
    {
        if (cell.Length <= Longest && cell.All(XmlConvert.IsXmlChar)) return cell;
        var text = new StringBuilder(Math.Min(cell.Length, Longest));
        foreach (var (at, rune) in Runes(cell))
        {
            if (text.Length + rune.Utf16SequenceLength > Longest) break;
            if (!rune.IsBmp || XmlConvert.IsXmlChar(cell[at])) text.Append(cell, at, rune.Utf16SequenceLength);
        }
        return text.ToString();
    }

    /// <summary>Each character with its place; half a pair is skipped.</summary>
    private static IEnumerable<(int At, Rune Rune)> Runes(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                at++;
                continue;
            }
            yield return (at, rune);
            at += rune.Utf16SequenceLength;
        }
    }

    private void Part(string path, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
    }
}
