using Layar.Kernel.Texts;

namespace Layar.Ui.Tests;

[Trait("Kind", "rule")]
public sealed class TextTests
{
    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        var indonesian = Rendering.Texts.In(TextCatalogue.Indonesian).Keys.Order();
        Assert.Equal(indonesian, Rendering.Texts.In(TextCatalogue.English).Keys.Order());
    }

    [Fact]
    public void Keys_of_this_project_begin_with_its_name() =>
        Assert.All(Rendering.Texts.In(TextCatalogue.Indonesian).Keys, key => Assert.StartsWith("ui.", key));
}
