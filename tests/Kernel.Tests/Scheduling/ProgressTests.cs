using System.Globalization;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Texts;

namespace Layar.Kernel.Tests.Scheduling;

[Trait("Kind", "rule")]
public sealed class ProgressTests
{
    private static readonly TextCatalogue Texts = new([typeof(TextCatalogue).Assembly]);

    [Theory]
    [InlineData("id", 125, "2 mnt 5 dtk")]
    [InlineData("en", 125, "2 min 5 s")]
    [InlineData("id", 40, "40 dtk")]
    [InlineData("en", 40, "40 s")]
    public void What_is_left_is_said_in_the_language_of_the_reader(string language, int seconds, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(said, new Progress(0.5, 10, 1, TimeSpan.FromSeconds(seconds)).LeftText(Texts));
    }

    [Fact]
    public void Nothing_is_said_while_nothing_is_known() => Assert.Null(new Progress(0, 0, 0, null).LeftText(Texts));
}
