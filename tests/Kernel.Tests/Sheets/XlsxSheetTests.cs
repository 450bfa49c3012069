using System.IO.Compression;
using System.Xml.Linq;
using Layar.Kernel.Sheets;

namespace Layar.Kernel.Tests.Sheets;

[Trait("Kind", "rule")]
public sealed class XlsxSheetTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static XDocument Written(params string?[][] rows)
    {
        using var sheet = new XlsxSheet("Usulan & sanggah");
        foreach (var row in rows) sheet.Row(row);
        using var zip = new ZipArchive(new MemoryStream(sheet.Bytes()));
        foreach (var part in zip.Entries) XDocument.Load(part.Open());
        return XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
    }

    [Theory]
    [InlineData("6311029901000001"), InlineData("=HYPERLINK(\"http://jahat\")"), InlineData("+62"), InlineData("@SUM(A1)"), InlineData("<b>&amp;</b>"), InlineData("  dua  spasi "), InlineData("baris\nbaru")]
    public void Whatever_stands_in_a_cell_is_text(string text)
    {
        var cell = Written([text]).Descendants(Main + "c").Single();
        Assert.Equal(("inlineStr", text, "A1"), ((string?)cell.Attribute("t"), cell.Value, (string?)cell.Attribute("r")));
        Assert.Empty(cell.Descendants(Main + "f"));
    }

    [Fact]
    public void What_XML_cannot_hold_is_left_out_and_what_Excel_cannot_hold_is_cut()
    {
        var cells = Written(["a\u0000\u0001b", new string('x', 40_000), null]).Descendants(Main + "c").ToList();
        Assert.Equal(("ab", 32_767, ""), (cells[0].Value, cells[1].Value.Length, cells[2].Value));
    }

    [Fact]
    public void Columns_are_counted_past_Z_and_rows_from_one()
    {
        var cells = Written([.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 30).Select(i => (string?)$"{i}").ToArray())]).Descendants(Main + "c").Select(c => (string?)c.Attribute("r")).ToList();
        Assert.Equal(("Z1", "AA1", "AD2"), (cells[25], cells[26], cells[^1]));
    }
}
