using FsCheck;
using FsCheck.Fluent;
using Layar.Linkage.Similarity;

namespace Layar.Linkage.Tests.Similarity;

[Trait("Kind", "rule")]
public sealed class StringMeasuresTests
{
    private static readonly Arbitrary<string> Words = Gen.Choose(0, 20).SelectMany(n => Gen.Elements('a', 'b', 'c', 'd', '1').ArrayOf(n)).Select(c => new string(c)).ToArbitrary();

    [Theory]
    [InlineData("martha", "marhta", 0.961)]
    [InlineData("dwayne", "duane", 0.840)]
    [InlineData("dixon", "dicksonx", 0.813)]
    [InlineData("siti", "siti", 1)]
    [InlineData("abc", "xyz", 0)]
    public void Jaro_Winkler_gives_the_published_values(string left, string right, double expected) =>
        Assert.Equal(expected, new StringMeasures().JaroWinkler(Codes(left), Codes(right)), 3);

    [Theory]
    [InlineData("rahman", "rahamn", 1)]
    [InlineData("rahman", "rahma", 1)]
    [InlineData("rahman", "raman", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", "123456789012345678901234567890123456789012345678901234567890123", 1)]
    public void Distance_counts_edits_and_exchanged_neighbours(string left, string right, int expected) =>
        Assert.Equal(expected, new StringMeasures().Distance(Codes(left), Codes(right)));

    [Fact]
    public void Distance_is_that_of_the_table_of_Damerau()
    {
        var measures = new StringMeasures();
        Prop.ForAll(Words, Words, (a, b) => measures.Distance(Codes(a), Codes(b)) == ByTable(a, b)).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Jaro_Winkler_does_not_depend_on_the_order_of_equal_lengths_and_stays_between_0_and_1()
    {
        var measures = new StringMeasures();
        Prop.ForAll(Words, Words, (a, b) => measures.JaroWinkler(Codes(a), Codes(b)) is >= 0 and <= 1 && (a.Length == 0 || measures.JaroWinkler(Codes(a), Codes(a)) > 0.999)).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Signatures_never_claim_more_difference_than_there_is()
    {
        Prop.ForAll(Words, Words, (a, b) => LetterCodes.Apart(LetterCodes.Signature(Codes(a)), LetterCodes.Signature(Codes(b))) <= 2 * ByTable(a, b)).Check(Config.QuickThrowOnFailure);
    }

    private static byte[] Codes(string text) => [.. text.Select(LetterCodes.Code)];

    private static int ByTable(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
