using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Layar.Testing.Invented;

/// <summary>A cell of an invented workbook.</summary>
/// <param name="Type">s (shared text), n (number as it stands), f (formula without a result), v (formula with one), e (error), i (text in the cell)</param>
public readonly record struct InventedCell(string Value, char Type = 's')
{
    public static implicit operator InventedCell(string text) => new(text);
}

/// <summary>Writes workbooks as Excel does: texts in a table of their own, cells with their places.</summary>
public sealed class InventedWorkbook
{
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly List<(string Name, bool Hidden, Action<StreamWriter> Rows)> sheets = [];

    public InventedWorkbook Sheet(string name, IEnumerable<IEnumerable<InventedCell>?> rows, bool hidden = false, int firstRow = 1)
    {
        sheets.Add((name, hidden, file => Rows(file, rows, firstRow)));
        return this;
    }

    public InventedWorkbook Sheet(string name, string[] header, IEnumerable<string[]> rows) => Sheet(name, rows.Prepend(header).Select(r => r.Select(c => new InventedCell(c))));

    public string Write(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", f => f.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"));
        for (var i = 0; i < sheets.Count; i++)
        {
            var rows = sheets[i].Rows;
            Part(zip, $"xl/worksheets/sheet{i + 1}.xml", rows);
        }
        Part(zip, "xl/workbook.xml", f => f.Write("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr/><sheets>"
            + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\"{(s.Hidden ? " state=\"hidden\"" : "")} r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>"));
        Part(zip, "xl/_rels/workbook.xml.rels", f => f.Write("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>")) + "</Relationships>"));
        Part(zip, "xl/sharedStrings.xml", f =>
        {
            f.Write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
            foreach (var text in texts.OrderBy(t => t.Value)) f.Write($"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text.Key)}</t></si>");
            f.Write("</sst>");
        });
        return path;
    }

    private void Rows(StreamWriter file, IEnumerable<IEnumerable<InventedCell>?> rows, int first)
    {
        file.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        var line = first;
        foreach (var row in rows)
        {
            if (row is not null) Row(file, row, line);
            line++;
        }
        file.Write("</sheetData></worksheet>");
    }

    private void Row(StreamWriter file, IEnumerable<InventedCell> row, int line)
    {
        file.Write($"<row r=\"{line}\">");
        var column = 0;
        foreach (var cell in row)
        {
            var place = Letters(column++) + line.ToString(CultureInfo.InvariantCulture);
            if (cell.Value is null or "" && cell.Type == 's') continue;
            var value = SecurityElement.Escape(cell.Value);
            file.Write(cell.Type switch
            {
                's' => $"<c r=\"{place}\" t=\"s\"><v>{TextNumber(cell.Value!)}</v></c>",
                'n' => $"<c r=\"{place}\"><v>{value}</v></c>",
                'f' => $"<c r=\"{place}\"><f>{value}</f></c>",
                'v' => $"<c r=\"{place}\" t=\"str\"><f>A1</f><v>{value}</v></c>",
                'e' => $"<c r=\"{place}\" t=\"e\"><v>{value}</v></c>",
                _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{value}</t></is></c>",
            });
        }
        file.Write("</row>");
    }

    private int TextNumber(string text)
    {
        if (!texts.TryGetValue(text, out var number)) texts[text] = number = texts.Count;
        return number;
    }

    private static string Letters(int column)
    {
        var text = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) text = (char)('A' + (rest - 1) % 26) + text;
        return text;
    }

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var file = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        write(file);
    }
}
