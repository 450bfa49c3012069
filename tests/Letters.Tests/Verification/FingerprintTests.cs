using System.Text.Json;
using Layar.Letters.Templates;
using Layar.Letters.Verification;

namespace Layar.Letters.Tests.Verification;

[Trait("Kind", "rule")]
public sealed class FingerprintTests(Press press)
{
    [Fact]
    public void The_same_content_has_the_same_fingerprint_however_it_was_stored()
    {
        var letter = SampleLetters.Recommendation with { Letterhead = SampleLetters.Recommendation.Letterhead with { Logo = [0x89, (byte)'P', (byte)'N', (byte)'G', 1] } };
        var marked = letter.Marked(press.Keys.Current);
        var stored = JsonSerializer.Deserialize<LetterDocument>(JsonSerializer.Serialize(marked, Fingerprint.Json), Fingerprint.Json)!;
        Assert.Equal(marked.Verification!.Fingerprint, Fingerprint.Of(stored, SampleLetters.Code));
        Assert.Equal(marked.Verification, stored.Verification);
        Assert.Equal(press.Templates.Html(marked), press.Templates.Html(stored));
    }

    [Fact]
    public void The_order_of_fields_does_not_matter() => Assert.Equal(
        Fingerprint.Of(SampleLetters.Receipt, "A"),
        Fingerprint.Of(SampleLetters.Receipt with { Fields = SampleLetters.Receipt.Fields.Reverse().ToDictionary() }, "A"));

    [Fact]
    public void Any_other_content_has_another_fingerprint()
    {
        var letter = SampleLetters.Recommendation;
        LetterDocument[] others =
        [
            letter with { Number = "1" }, letter with { Date = letter.Date.AddDays(1) }, letter with { City = "x" }, letter with { Copies = [] },
            letter with { Subject = [] }, letter with { Signatory = letter.Signatory with { Acting = ActingKind.Plt } }, letter with { TemplateVersion = 2 },
            letter with { Letterhead = letter.Letterhead with { Logo = [1] } }, letter with { Signing = LetterSigning.Paper },
        ];
        var all = others.Append(letter).Select(l => Fingerprint.Of(l, "A")).Append(Fingerprint.Of(letter, "B")).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }
}
