using FsCheck;
using FsCheck.Fluent;
using Layar.Letters.Wording;

namespace Layar.Letters.Tests.Wording;

[Trait("Kind", "rule")]
public sealed class SpelledTests
{
    [Theory]
    [InlineData(0, "nol")]
    [InlineData(1, "satu")]
    [InlineData(10, "sepuluh")]
    [InlineData(11, "sebelas")]
    [InlineData(12, "dua belas")]
    [InlineData(19, "sembilan belas")]
    [InlineData(20, "dua puluh")]
    [InlineData(21, "dua puluh satu")]
    [InlineData(90, "sembilan puluh")]
    [InlineData(100, "seratus")]
    [InlineData(101, "seratus satu")]
    [InlineData(111, "seratus sebelas")]
    [InlineData(200, "dua ratus")]
    [InlineData(999, "sembilan ratus sembilan puluh sembilan")]
    [InlineData(1_000, "seribu")]
    [InlineData(1_100, "seribu seratus")]
    [InlineData(2_011, "dua ribu sebelas")]
    [InlineData(11_000, "sebelas ribu")]
    [InlineData(100_000, "seratus ribu")]
    [InlineData(101_000, "seratus satu ribu")]
    [InlineData(1_000_000, "satu juta")]
    [InlineData(1_001_000, "satu juta seribu")]
    [InlineData(2_500_000, "dua juta lima ratus ribu")]
    [InlineData(1_000_000_000, "satu miliar")]
    [InlineData(1_000_000_000_000, "satu triliun")]
    [InlineData(1_000_000_000_000_000, "seribu triliun")]
    public void Numbers_are_spelled_as_in_letters(long number, string words) => Assert.Equal(words, Spelled.Number(number));

    [Fact]
    public void Amounts_stand_in_figures_and_words() =>
        Assert.Equal("Rp2.500.000,00 (dua juta lima ratus ribu rupiah)", Spelled.Rupiah(2_500_000));

    [Fact]
    public void Counts_stand_in_figures_and_words() => Assert.Equal("90 (sembilan puluh) hari", Spelled.Counted(90, "hari"));

    [Theory]
    [InlineData(-1)]
    [InlineData(Spelled.Largest + 1)]
    public void Numbers_outside_the_range_are_refused(long number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Spelled.Number(number));

    [Fact]
    public void Every_number_reads_back() => Prop.ForAll(
        (from high in Gen.Choose(0, 999_999_999) from low in Gen.Choose(0, 999_999) select high * 1_000_000L + low).ToArbitrary(),
        number => Read(Spelled.Number(number)) == number).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_small_number_reads_back()
    {
        for (var number = 0; number <= 20_000; number++) Assert.Equal(number, Read(Spelled.Number(number)));
    }

    /// <summary>An independent reader: adds units, multiplies by scales.</summary>
    private static long Read(string words)
    {
        string[] units = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
        long total = 0, group = 0, digit = 0;
        foreach (var word in words.Replace("sepuluh", "satu puluh").Replace("sebelas", "satu belas").Replace("seratus", "satu ratus").Replace("seribu", "satu ribu").Split(' '))
            switch (word)
            {
                case "belas": group += 10 + digit; digit = 0; break;
                case "puluh": group += digit * 10; digit = 0; break;
                case "ratus": group += digit * 100; digit = 0; break;
                case "ribu" or "juta" or "miliar" or "triliun":
                    var scale = word switch { "ribu" => 1_000L, "juta" => 1_000_000, "miliar" => 1_000_000_000, _ => 1_000_000_000_000 };
                    // "seribu triliun": a scale after a scale multiplies what stands before it.
                    if (group + digit == 0) total *= scale;
                    else if (scale == 1_000_000_000_000) total = (total + group + digit) * scale;
                    else total += (group + digit) * scale;
                    group = digit = 0;
                    break;
                default: digit = Array.IndexOf(units, word); break;
            }
        return total + group + digit;
    }
}
