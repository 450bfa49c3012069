using Layar.Kernel.Numbers;

namespace Layar.Kernel.Tests.Numbers;

[Trait("Kind", "rule")]
public sealed class SecretTests
{
    private static readonly byte[] Material = [.. Enumerable.Range(1, 32).Select(x => (byte)(x * 37))];

    [Fact]
    public void A_link_has_twelve_symbols_and_sixteen_when_secret()
    {
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{12}$", LinkSecret.New().Value);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", LinkSecret.New(secretReport: true).Value);
    }

    [Fact]
    public void The_same_material_gives_the_same_secrets()
    {
        Assert.Equal(LinkSecret.FromBytes(Material).Value, LinkSecret.FromBytes(Material).Value);
        Assert.Equal(Pin.FromBytes(Material).Value, Pin.FromBytes(Material).Value);
        Assert.NotEqual(LinkSecret.New().Value, LinkSecret.New().Value);
        Assert.Throws<ArgumentException>(() => Pin.FromBytes(new byte[15]));
        Assert.Throws<ArgumentException>(() => LinkSecret.FromBytes(new byte[15]));
    }

    [Fact]
    public void A_link_is_read_in_any_case_and_hashes_the_same()
    {
        var link = LinkSecret.FromBytes(Material, secretReport: true);
        var read = LinkSecret.Parse(link.Value.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l')).Match(x => x, why => throw new InvalidOperationException(why.Code));
        Assert.Equal(link.Hash(), read.Hash());
        Assert.Equal("kernel.link.unreadable", LinkSecret.Parse("U23456789012").Refusal?.Code);
        Assert.Equal("kernel.link.unreadable", LinkSecret.Parse(null).Refusal?.Code);
    }

    [Fact]
    public void A_pin_has_six_digits_and_matches_itself_alone()
    {
        var pin = Pin.New();
        Assert.Matches("^[0-9]{6}$", pin.Value);
        Assert.True(Pin.Parse($" {pin.Value[..3]} {pin.Value[3..]}").Match(pin.Matches, _ => false));
        Assert.False(pin.Matches(Pin.Parse(pin.Value == "000000" ? "000001" : "000000").Match(x => x, _ => pin)));
        Assert.Equal("kernel.pin.digits", Pin.Parse("12345").Refusal?.Code);
    }

    [Fact]
    public void Secrets_print_as_dots() =>
        Assert.Equal(("••••••", "••••••••••••"), ($"{Pin.New()}", $"{LinkSecret.New()}"));

    [Fact]
    public void Pins_spread_evenly_over_their_first_digit()
    {
        var counts = Enumerable.Range(0, 20_000).GroupBy(_ => Pin.New().Value[0]).Select(g => g.Count()).ToList();
        Assert.Equal(10, counts.Count);
        Assert.All(counts, n => Assert.InRange(n, 1700, 2300));
    }
}
