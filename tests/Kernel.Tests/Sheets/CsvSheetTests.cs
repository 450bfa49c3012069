using System.Text;
using Layar.Kernel.Sheets;
using Xunit;

namespace Layar.Kernel.Tests.Sheets;

[Trait("Kind", "rule")]
public sealed class CsvSheetTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+62812", "'+62812")]
    [InlineData("-3", "'-3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("|calc", "'|calc")]
    [InlineData("%0A", "'%0A")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "' =1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("﹣1", "'﹣1")]
    public void A_spreadsheet_runs_no_formula(string text, string written) => Assert.Equal(written, CsvCell.Written(text));

    [Theory]
    [InlineData("6311060101800000", "'6311060101800000")]
    [InlineData("6311060101", "6311060101")]
    [InlineData("BLG-63110601018", "BLG-63110601018")]
    public void A_long_number_keeps_its_digits(string text, string written) => Assert.Equal(written, CsvCell.Written(text));

    [Theory]
    [InlineData("a;b\"c", "\"a;b\"\"c\"")]
    [InlineData("dua\r\nbaris", "dua baris")]
    [InlineData("\ud83d\ude00 baik", "\ud83d\ude00 baik")]
    [InlineData("\ud83d", "\ud83d")]
    [InlineData("baik", "baik")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Other_text_stays_as_it_is(string? text, string written) => Assert.Equal(written, CsvCell.Written(text));

    [Fact]
    public void A_sheet_opens_in_the_office_with_a_double_click()
    {
        var bytes = new CsvSheet().Row("Desa", 3.5m, 12, null).Bytes();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal("Desa;3,5;12;\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }
}
