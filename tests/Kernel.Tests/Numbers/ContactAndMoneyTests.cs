using Layar.Kernel.Numbers;

namespace Layar.Kernel.Tests.Numbers;

[Trait("Kind", "rule")]
public sealed class ContactAndMoneyTests
{
    [Theory]
    [InlineData("0812 3456 7890")]
    [InlineData("+62 812-3456-7890")]
    [InlineData("62.812.3456.7890")]
    [InlineData("+62 0812 3456 7890")]
    [InlineData("(0812) 34567890")]
    [InlineData("0062 81234567890")]
    public void A_phone_number_has_one_form(string typed)
    {
        var phone = PhoneNumber.Parse(typed).Match(x => x, why => throw new InvalidOperationException(why.Code));
        Assert.Equal(("+6281234567890", "081234567890", "7890", "0812••••7890"), (phone.International, phone.National, phone.LastFour, phone.ToString()));
    }

    [Theory]
    [InlineData(null, "kernel.phone.unreadable")]
    [InlineData("halo", "kernel.phone.unreadable")]
    [InlineData("0526 21000", "kernel.phone.unreadable")]
    [InlineData("+60 12 345 6789", "kernel.phone.unreadable")]
    [InlineData("0812345", "kernel.phone.length")]
    [InlineData("081234567890123", "kernel.phone.length")]
    public void Another_number_is_refused(string? typed, string code) => Assert.Equal(code, PhoneNumber.Parse(typed).Refusal?.Code);

    [Theory]
    [InlineData(1_250_000, "Rp1.250.000")]
    [InlineData(0, "Rp0")]
    [InlineData(-500, "-Rp500")]
    [InlineData(long.MinValue, "-Rp9.223.372.036.854.775.808")]
    public void Money_has_dots(long rupiah, string text) => Assert.Equal(text, Rupiah.Format(rupiah));

    [Theory]
    [InlineData("19800101 200501 1 001")]
    [InlineData("199001012022211001")]
    public void A_plausible_nip_has_no_warnings(string text) => Assert.Empty(Of(text).Warnings);

    [Theory]
    [InlineData("198013012005011001", NipWarning.ImpossibleBirthDate)]
    [InlineData("198001012005131001", NipWarning.ImpossibleAppointment)]
    [InlineData("200001012005011001", NipWarning.AppointedTooYoung)]
    [InlineData("198001012005013001", NipWarning.UnknownSex)]
    [InlineData("198001012005011000", NipWarning.SerialZero)]
    public void An_odd_nip_warns(string text, NipWarning warning) => Assert.Equal([warning], Of(text).Warnings);

    [Fact]
    public void A_nip_is_spaced_as_in_letters()
    {
        Assert.Equal("19800101 200501 1 001", Of("198001012005011001").Spaced);
        Assert.Equal("kernel.nip.digits", Nip.Parse("1980").Refusal?.Code);
    }

    private static Nip Of(string text) => Nip.Parse(text).Match(x => x, why => throw new InvalidOperationException(why.Code));
}
