using Layar.Kernel.Numbers;

namespace Layar.Kernel.Tests.Numbers;

[Trait("Kind", "rule")]
public sealed class NikTests
{
    private static readonly NikContext Today = new(new(2026, 11, 21));

    [Theory]
    [InlineData("6311061708450000")]
    [InlineData("6311.06.170845.0000")]
    [InlineData(" '6311 0617 0845 0000")]
    public void A_nik_is_read_with_its_usual_signs(string text) => Assert.Equal("6311061708450000", Of(text).Digits);

    [Theory]
    [InlineData(null, "kernel.nik.length")]
    [InlineData("631106170845000", "kernel.nik.length")]
    [InlineData("63110617084500O0", "kernel.nik.digits")]
    [InlineData("0000061708450000", "kernel.nik.filler")]
    [InlineData("1111111111111111", "kernel.nik.filler")]
    public void An_unusable_nik_is_refused(string? text, string code) => Assert.Equal(code, Nik.Parse(text).Refusal?.Code);

    [Theory]
    [InlineData("6311061708450001", "1945-08-17", NumberSex.Male)]
    [InlineData("6311065708100001", "2010-08-17", NumberSex.Female)]
    [InlineData("6311062111260001", "2026-11-21", NumberSex.Male)]
    [InlineData("6311062211260001", "1926-11-22", NumberSex.Male)]
    [InlineData("6311066902000001", "2000-02-29", NumberSex.Female)]
    public void Birth_and_sex_are_guessed(string text, string birth, NumberSex sex)
    {
        var reading = NikReading.Of(Of(text), Today);
        Assert.Equal((DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture), sex), (reading.BirthDate, reading.Sex));
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void A_stated_century_is_believed() =>
        Assert.Equal(new DateOnly(1924, 3, 2), NikReading.Of(Of("6311060203240001"), Today with { StatedBirthDate = new(1924, 3, 2) }).BirthDate);

    [Theory]
    [InlineData("6311063002900001", NikWarning.ImpossibleBirthDate)]
    [InlineData("6311060013900001", NikWarning.ImpossibleBirthDate)]
    [InlineData("6311069908900001", NikWarning.ImpossibleBirthDate)]
    [InlineData("9911061708900001", NikWarning.UnknownProvince)]
    [InlineData("6311061708900000", NikWarning.SerialZero)]
    public void Oddities_warn_and_never_block(string text, NikWarning warning) =>
        Assert.Equal([warning], NikReading.Of(Of(text), Today).Warnings);

    [Fact]
    public void Stated_facts_are_compared() =>
        Assert.Equal(
            [NikWarning.BirthDateDiffers, NikWarning.SexDiffers],
            NikReading.Of(Of("6311061708900001"), Today with { StatedBirthDate = new(1990, 8, 18), StatedSex = NumberSex.Female }).Warnings);

    [Fact]
    public void Demo_persons_carry_serial_zero() =>
        Assert.Empty(NikReading.Of(Of("6311061708900000"), Today with { IsDemo = true }).Warnings);

    [Fact]
    public void A_nik_prints_masked()
    {
        Assert.Equal("6311••••••••0012", $"{Of("6311061708900012")}");
        Assert.Equal("63.11.06", Of("6311061708900012").Area);
        Assert.Equal("6311••••••••0012", FamilyCardNumber.Parse("6311-0617-0890-0012").Match(x => x.ToString(), _ => ""));
        Assert.Equal("kernel.kk.length", FamilyCardNumber.Parse("12").Refusal?.Code);
    }

    private static Nik Of(string text) => Nik.Parse(text).Match(x => x, why => throw new InvalidOperationException(why.Code));
}
