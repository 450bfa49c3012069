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
    public void Emoji_stay_and_halves_of_them_do_not()
    {
        var cells = Written(["Atap bocor 😢🏚️ RT 03", "a\ud83d" + "b\udc00\ufffe" + "c"]).Descendants(Main + "c").Select(c => c.Value);
        Assert.Equal(["Atap bocor 😢🏚️ RT 03", "abc"], cells);
    }

    [Fact]
    public void A_cell_is_never_cut_inside_a_character()
    {
        var cells = Written([new string('x', 32_766) + "😢y", new string('x', 32_765) + "😢y"]).Descendants(Main + "c").Select(c => c.Value).ToList();
        Assert.Equal((32_766, 32_767), (cells[0].Length, cells[1].Length));
        Assert.EndsWith("x", cells[0], StringComparison.Ordinal);
        Assert.EndsWith("😢", cells[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_counted_past_Z_and_rows_from_one()
    {
        var cells = Written([.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 30).Select(i => (string?)$"{i}").ToArray())]).Descendants(Main + "c").Select(c => (string?)c.Attribute("r")).ToList();
        Assert.Equal(("Z1", "AA1", "AD2"), (cells[25], cells[26], cells[^1]));
    }
}
