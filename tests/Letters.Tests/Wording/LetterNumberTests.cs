using Layar.Letters.Wording;

namespace Layar.Letters.Tests.Wording;

[Trait("Kind", "rule")]
public sealed class LetterNumberTests
{
    private static readonly LetterNumberParts Parts = new("400.9", 127, "DINSOS-BLG", new(2026, 11, 27));

    [Theory]
    [InlineData("{klasifikasi}/{urut:0000}/{unit}/{tahun}", "400.9/0127/DINSOS-BLG/2026")]
    [InlineData("{klasifikasi}/{urut:000}/{unit}/{bulan-romawi}/{tahun}", "400.9/127/DINSOS-BLG/XI/2026")]
    [InlineData("{urut:00}/{unit}/{bulan}.{tahun}", "127/DINSOS-BLG/11.2026")]
    [InlineData("188.45/{urut}/Kum/{tahun}", "188.45/127/Kum/2026")]
    [InlineData("{tahun}-{urut:000000}", "2026-000127")]
    public void Numbers_follow_the_template(string template, string expected) =>
        Assert.Equal(expected, LetterNumber.Parse(template).Format(Parts));

    [Theory]
    [InlineData("{urut}/{kota}/{tahun}", "letter-number.unknown", "kota")]
    [InlineData("{urut:x}/{tahun}", "letter-number.shape", "urut:x")]
    [InlineData("{urut}/{unit:00}/{tahun}", "letter-number.shape", "unit:00")]
    [InlineData("{urut}/{tahun", "letter-number.brace", "{tahun")]
    [InlineData("{urut}/{tahun}}", "letter-number.brace", "}")]
    [InlineData("{urut}|{tahun}", "letter-number.character", "|")]
    [InlineData("{urut}/{unit}", "letter-number.missing", "tahun")]
    [InlineData("{klasifikasi}/{tahun}", "letter-number.missing", "urut")]
    public void A_template_that_cannot_work_says_which_part_is_wrong(string template, string code, string detail)
    {
        Assert.Null(LetterNumber.TryParse(template, out var fault));
        Assert.Equal(new LetterNumberFault(code, detail), fault);
        Assert.Contains(detail, Assert.Throws<FormatException>(() => LetterNumber.Parse(template)).Message);
    }

    [Fact]
    public void The_sequence_starts_at_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LetterNumber.Parse("{urut}/{tahun}").Format(Parts with { Sequence = 0 }));
}
