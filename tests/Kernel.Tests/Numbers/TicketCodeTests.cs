using Layar.Kernel.Numbers;

namespace Layar.Kernel.Tests.Numbers;

[Trait("Kind", "rule")]
public sealed class TicketCodeTests
{
    private const string Symbols = "ABCDEFGHJKLMNPRSTUVWXY23456789";

    [Fact]
    public void The_check_catches_every_wrong_symbol_and_every_swap_of_neighbours()
    {
        // This is the whole proof: both errors are caught at any place of any code when these hold for all values.
        var all = Enumerable.Range(0, 30).ToArray();
        foreach (var c in all)
        {
            Assert.Equal(30, all.Select(x => TicketAlphabet.Step(c, x)).Distinct().Count());
            Assert.Equal(30, all.Select(x => TicketAlphabet.Step(x, c)).Distinct().Count());
            Assert.Equal(0, TicketAlphabet.Step(c, c));
        }
        foreach (var c in all)
        foreach (var x in all)
        foreach (var y in all.Where(y => y != x))
            Assert.NotEqual(TicketAlphabet.Step(TicketAlphabet.Step(c, x), y), TicketAlphabet.Step(TicketAlphabet.Step(c, y), x));
    }

    [Fact]
    public void No_single_wrong_symbol_and_no_swap_is_read_as_a_code()
    {
        foreach (var code in Enumerable.Range(0, 300).Select(_ => TicketCode.New("BLG").Symbols))
        {
            for (var i = 0; i < code.Length; i++)
            foreach (var wrong in Symbols.Where(s => s != code[i]))
                Assert.False(Reads(code[..i] + wrong + code[(i + 1)..]));
            for (var i = 0; i + 1 < code.Length; i++)
                if (code[i] != code[i + 1]) Assert.False(Reads(code[..i] + code[i + 1] + code[i] + code[(i + 2)..]));
        }
    }

    [Fact]
    public void A_code_shows_two_groups_of_four_with_digits_at_the_third_and_sixth_symbol()
    {
        for (var i = 0; i < 200; i++)
            Assert.Matches("^BLG-[A-HJ-NPR-Y2-9]{2}[2-9][A-HJ-NPR-Y2-9]-[A-HJ-NPR-Y2-9][2-9][A-HJ-NPR-Y2-9]{2}$", TicketCode.New("BLG").ToString());
    }

    [Fact]
    public void A_code_is_read_however_it_is_typed()
    {
        var code = TicketCode.New("BLG");
        var (a, b) = (code.Symbols[..4], code.Symbols[4..]);
        foreach (var typed in (string[])[$"BLG-{a}-{b}", $"blg {a} {b}".ToLowerInvariant(), a + b, $" {a}–{b}\u200b", $"BLG{a}{b}"])
            Assert.Equal(code, TicketCode.Parse("BLG", typed).Match(x => x, why => throw new InvalidOperationException(why.Code)));
    }

    [Theory]
    [InlineData(null, "kernel.ticket.length")]
    [InlineData("BLG-7K4", "kernel.ticket.length")]
    [InlineData("BLG-AA2A-A2AAA", "kernel.ticket.length")]
    [InlineData("BLG-AO2A-A2AA", "kernel.ticket.symbol")]
    [InlineData("AA0AA2AA", "kernel.ticket.symbol")]
    [InlineData("AA2AA2A!", "kernel.ticket.symbol")]
    public void A_wrong_code_says_what_is_wrong(string? typed, string code) =>
        Assert.Equal(code, TicketCode.Parse("BLG", typed).Refusal?.Code);

    [Fact]
    public void A_symbol_that_never_occurs_is_named() =>
        Assert.Equal("Q", TicketCode.Parse("BLG", "aq2aa2aa").Refusal?.Args[0]);

    [Fact]
    public void A_code_without_its_digits_fails_the_check() =>
        Assert.Equal("kernel.ticket.check", TicketCode.Parse("BLG", "AAAAAAAA").Refusal?.Code);

    [Fact]
    public void The_same_material_gives_the_same_code_and_the_ends_of_the_range_are_whole()
    {
        byte[] low = new byte[32], high = [.. Enumerable.Repeat((byte)255, 32)];
        Assert.Equal(TicketCode.FromBytes("BLG", low), TicketCode.FromBytes("BLG", low));
        Assert.NotEqual(TicketCode.FromBytes("BLG", low), TicketCode.FromBytes("BLG", high));
        Assert.True(Reads(TicketCode.FromBytes("BLG", low).Symbols));
        Assert.True(Reads(TicketCode.FromBytes("BLG", high).Symbols));
    }

    [Fact]
    public void Every_place_uses_all_its_symbols_about_evenly()
    {
        var codes = Enumerable.Range(0, 20_000).Select(_ => TicketCode.New("BLG").Symbols).ToList();
        for (var place = 0; place < 8; place++)
        {
            var counts = codes.GroupBy(c => c[place]).Select(g => g.Count()).ToList();
            Assert.Equal(place is 2 or 5 ? 8 : 30, counts.Count);
            Assert.All(counts, n => Assert.InRange(n * counts.Count / 20_000.0, 0.7, 1.3));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("blg")]
    [InlineData("TOOLONG")]
    public void A_prefix_is_a_few_capital_letters(string prefix) => Assert.Throws<ArgumentException>(() => TicketCode.New(prefix));

    private static bool Reads(string code) => TicketCode.Parse("BLG", code).IsDone;
}
