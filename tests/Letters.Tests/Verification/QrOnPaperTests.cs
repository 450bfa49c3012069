using Layar.Letters.Verification;

namespace Layar.Letters.Tests.Verification;

[Trait("Kind", "slice")]
public sealed class QrOnPaperTests(Press press)
{
    [Fact]
    public async Task A_scanner_reads_the_printed_code_and_its_signature_holds()
    {
        var file = press.Save(await press.Sealed(SampleLetters.Recommendation));
        Assert.EndsWith("exit 0", Tool.Poppler("pdftoppm", "-r", "200", "-png", "-singlefile", file, file));
        var scanned = Tool.Run("zbar-tools", "zbarimg", "--quiet", "--raw", $"{file}.png").Split('\n')[0];
        var mark = QrMark.Verify(scanned, press.Keys.All);
        Assert.NotNull(mark);
        Assert.Equal(SampleLetters.Recommendation.Number, mark.Number);
        Assert.StartsWith(mark.Fingerprint, Fingerprint.Of(SampleLetters.Recommendation, SampleLetters.Code));
    }
}
