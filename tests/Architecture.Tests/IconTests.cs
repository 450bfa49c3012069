using System.Text.Json;
using System.Text.RegularExpressions;

namespace Layar.Architecture.Tests;

[Trait("Kind", "architecture")]
public sealed partial class IconTests
{
    [Fact]
    public void Every_icon_that_data_or_a_page_names_is_drawn()
    {
        var drawn = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(House.Root, "src/Ui/Icons/tabler.json")))!.Keys;
        var named = House.Sources(".json", ".cshtml").Where(f => Path.GetFileName(f) != "tabler.json")
            .SelectMany(f => IconUse().Matches(File.ReadAllText(f)).Select(m => (Icon: m.Groups[1].Value, File: Path.GetFileName(f))));

        Assert.Empty(named.Where(n => !drawn.Contains(n.Icon)).Distinct());
    }

    [GeneratedRegex("""(?:"icon": |icon=|<icon name=)"([a-z0-9-]+)"[^+]""")]
    private static partial Regex IconUse();
}
