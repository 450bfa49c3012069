using System.Text;
using Layar.Letters.Sealing;
using Layar.Letters.Verification;

namespace Layar.Letters.Tests.Sealing;

[Trait("Kind", "slice")]
public sealed class PdfSealTests(Press press)
{
    [Fact]
    public async Task Pdfsig_and_we_call_it_valid_and_the_letter_is_named()
    {
        var pdf = await press.Sealed(SampleLetters.Recommendation);
        var judged = Tool.Poppler("pdfsig", press.Save(pdf));
        Assert.Contains("Signature is Valid", judged);
        Assert.Contains("Total document signed", judged);
        Assert.Contains("ETSI.CAdES.detached", judged);
        Assert.Contains("CN=Dinas Sosial Kabupaten Balangan", judged);

        var found = PdfInspection.Of(pdf, press.Keys.All);
        Assert.Equal(SealState.Valid, found.Seal.State);
        Assert.Equal(SampleLetters.Details.SignedAtUtc, found.Seal.SignedAtUtc);
        Assert.Equal(SampleLetters.Code, found.Code);
        Assert.Equal(Fingerprint.Of(SampleLetters.Recommendation, SampleLetters.Code), found.Fingerprint);
    }

    [Fact]
    public async Task Two_hundred_changed_bytes_are_never_valid()
    {
        var pdf = await press.Sealed(SampleLetters.Recommendation);
        var random = new Random(20261121);
        for (var i = 0; i < 200; i++)
        {
            var forged = pdf.ToArray();
            forged[random.Next(forged.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotEqual(SealState.Valid, PdfInspection.Of(forged, press.Keys.All).Seal.State);
        }
    }

    [Fact]
    public async Task Every_bit_around_the_signature_counts()
    {
        var pdf = await press.Sealed(SampleLetters.Recommendation);
        var start = pdf.AsSpan().IndexOf("/ByteRange"u8);
        for (var at = start; at < start + 3200; at++)
        {
            var forged = pdf.ToArray();
            forged[at] ^= (byte)(1 << (at % 8));
            Assert.True(SealCheck.Of(forged, press.Keys.All).State != SealState.Valid, $"byte {at - start}");
        }
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\n% catatan\n")]
    [InlineData("\n900 0 obj\n<</Title(x)>>\nendobj\nxref\n900 1\n0000000000 00000 n \ntrailer\n<</Size 901/Root 3 0 R/Prev 1>>\nstartxref\n1\n%%EOF\n")]
    public async Task Anything_added_behind_the_seal_is_forged(string added)
    {
        var pdf = await press.Sealed(SampleLetters.Recommendation);
        var found = SealCheck.Of([.. pdf, .. Encoding.ASCII.GetBytes(added)], press.Keys.All);
        Assert.Equal(SealState.Forged, found.State);
        Assert.NotNull(found.Office);
    }

    [Fact]
    public async Task A_cut_file_is_forged()
    {
        var pdf = await press.Sealed(SampleLetters.Recommendation);
        Assert.Equal(SealState.Forged, SealCheck.Of(pdf[..^1], press.Keys.All).State);
    }

    [Fact]
    public async Task Another_offices_seal_is_unknown()
    {
        var pdf = await press.Sealed(SampleLetters.Recommendation);
        using var other = OfficeKey.Create("Dinas Sosial Kabupaten Balangan", DateTimeOffset.UtcNow);
        Assert.Equal(SealState.UnknownSigner, SealCheck.Of(pdf, [other.Public]).State);
    }

    [Fact]
    public async Task A_letter_on_paper_is_not_sealed_but_names_its_code()
    {
        var found = PdfInspection.Of(await press.Sealed(SampleLetters.Refusal), press.Keys.All);
        Assert.Equal(SealState.NotSealed, found.Seal.State);
        Assert.Equal(SampleLetters.Code, found.Code);
    }

    [Fact]
    public async Task A_sealed_file_is_not_sealed_again()
    {
        var pdf = await press.Sealed(SampleLetters.Recommendation);
        Assert.Throws<InvalidOperationException>(() => PdfSealer.Seal(pdf, press.Keys.Current, SampleLetters.Details));
    }

    [Fact]
    public async Task What_was_printed_stays_byte_for_byte()
    {
        var html = press.Templates.Html(SampleLetters.Recommendation.Marked(press.Keys.Current));
        var printed = await press.Printer.PrintAsync(html, SampleLetters.Code, TestContext.Current.CancellationToken);
        var pdf = PdfSealer.Seal(printed, press.Keys.Current, SampleLetters.Details);
        Assert.Equal(printed, pdf[..printed.Length]);
    }

    [Fact]
    public void Rubbish_is_never_more_than_not_sealed_and_never_throws()
    {
        var random = new Random(7);
        string[] words = ["%PDF-1.7\n", "/ByteRange", "[0 10 20 30]", "startxref", "xref", "trailer", "<<", ">>", "(", ")", "/Contents<00>", " 1 0 R", "\n", "99999999999", "["];
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => words[random.Next(words.Length)]));
            Assert.NotEqual(SealState.Valid, PdfInspection.Of(Encoding.Latin1.GetBytes("%PDF-" + text), press.Keys.All).Seal.State);
        }
    }
}
