using Layar.Host.Demo.Lives;
using System.Text.Json;

namespace Layar.Host.Demo.Arrivals;

/// <summary>Invented names, stories and the sentences of officers, from the data files beside this class.</summary>
internal sealed class DemoWords
{
    private static readonly JsonSerializerOptions Kebab = new() { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower };
    private readonly Dictionary<string, string[]> names = Read<Dictionary<string, string[]>>("names.json");
    private readonly Dictionary<string, string[]> stories = Read<Dictionary<string, string[]>>("stories.json");

    public DemoPhrases Say { get; } = Read<DemoPhrases>("words.json");

    public string Name(Random random, string sex)
    {
        var name = Pick(random, names[sex == "P" ? "female" : "male"]);
        return random.Next(3) == 0 ? $"{name} {(sex == "P" ? "binti" : "bin")} {Pick(random, names["father"])}" : name;
    }

    public string Story(Random random, string problem, string name, string sex, int age) =>
        Pick(random, stories.GetValueOrDefault(problem) ?? stories["lainnya"])
            .Replace("{name}", name).Replace("{elder}", sex == "P" ? "Nini" : "Kai").Replace("{sir}", sex == "P" ? "Ibu" : "Bapak")
            .Replace("{days}", random.Next(2, 9).ToString()).Replace("{age}", Math.Clamp(age, 5, 16).ToString());

    public string Landmark(Random random) => Pick(random, stories["landmarks"]);

    public static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public static T Read<T>(string file)
    {
        using var stream = typeof(DemoWords).Assembly.GetManifestResourceStream($"Layar.Host.Demo.Data.{file}")!;
        return JsonSerializer.Deserialize<T>(stream, Kebab)!;
    }
}

/// <summary>Sentences by what they are said about.</summary>
internal sealed record DemoPhrases(
    string[] Visit, Dictionary<string, string[]> Advice, string[] Nobody, string[] Agency, string[] Refer, string[] Return, string[] Reject, string[] Response, string[] NotUrgent,
    string[] Postpone, string[] Withdraw, string[] Archive, string[] Merge, string[] Forward, DemoQuestionWords Questions, string[] Waived, string[] Comments, string[] Statement,
    string[] Purpose, string[] Addressees, string[] LetterReturn, string[] LetterCancel, string[] LetterReplace, string[] LetterRevoke);

internal sealed record DemoQuestionWords(DemoQuestionText[] Choice, DemoQuestionText[] Text);

internal sealed record DemoQuestionText(string Text, string[]? Options = null, string? Answer = null);
