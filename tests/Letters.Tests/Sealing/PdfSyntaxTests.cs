using Layar.Letters.Sealing;

namespace Layar.Letters.Tests.Sealing;

[Trait("Kind", "rule")]
public sealed class PdfSyntaxTests
{
    private static readonly byte[] Bytes = "12 0 obj"u8.ToArray();

    /// <summary>A changed byte in the table of a PDF may point anywhere.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(4_000)]
    [InlineData(int.MaxValue)]
    public void A_place_behind_the_end_of_the_file_is_a_fault_of_the_file(int at) =>
        Assert.Throws<PdfFormatException>(() => PdfSyntax.Integer(Bytes, ref at));

    [Fact]
    public void A_number_is_read_and_the_place_stands_behind_it()
    {
        var at = 0;
        Assert.Equal(12, PdfSyntax.Integer(Bytes, ref at));
        Assert.Equal(2, at);
    }
}
