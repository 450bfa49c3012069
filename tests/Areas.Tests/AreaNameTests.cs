using Layar.Areas.Listed;

namespace Layar.Areas.Tests;

[Trait("Kind", "rule")]
public sealed class AreaNameTests
{
    [Theory]
    [InlineData("Sei Pumpung", "Sungai Pumpung")]
    [InlineData("BATUMANDI", "Batu Mandi")]
    [InlineData("Ju'uh", "Juuh")]
    [InlineData("Ju’uh", "ju'uh")]
    [InlineData("Ds. Tabuan", "Tabuan")]
    [InlineData("Kel. Batu Piring", "batu piring")]
    [InlineData("Kec. Halong", "Halong")]
    public void Written_in_two_ways_and_read_as_one(string one, string other) => Assert.Equal(AreaName.Fold(other), AreaName.Fold(one));

    [Theory]
    [InlineData("Lok Batu", "Batu")]
    [InlineData("Teluk Mesjid", "Teluk Masjid")]
    [InlineData("Seiring", "Sungairing")]
    public void Parts_of_names_are_not_expanded(string one, string other) => Assert.NotEqual(AreaName.Fold(other), AreaName.Fold(one));

    [Fact]
    public void Name_that_is_only_the_word_stays() => Assert.Equal("desa", AreaName.Fold("Desa"));
}
