using System.Text.Json;

namespace Layar.Host.Demo;

/// <summary>Invented names and stories, from the data files beside this class.</summary>
internal sealed class DemoWords
{
    private readonly Dictionary<string, string[]> names = Read("names.json");
    private readonly Dictionary<string, string[]> stories = Read("stories.json");

    public string Name(Random random, string sex)
    {
        var name = Pick(random, names[sex == "P" ? "female" : "male"]);
        return random.Next(3) == 0 ? $"{name} {(sex == "P" ? "binti" : "bin")} {Pick(random, names["father"])}" : name;
    }

    public string Story(Random random, string problem, string name, int age) =>
        Pick(random, stories.GetValueOrDefault(problem) ?? stories["lainnya"])
            .Replace("{name}", name).Replace("{days}", random.Next(2, 9).ToString()).Replace("{age}", Math.Clamp(age, 5, 16).ToString());

    public string Landmark(Random random) => Pick(random, stories["landmarks"]);

    public static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static Dictionary<string, string[]> Read(string file)
    {
        using var stream = typeof(DemoWords).Assembly.GetManifestResourceStream($"Layar.Host.Demo.Data.{file}")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!;
    }
}
