using Layar.Ui.Components;

namespace Layar.Letters.Composing;

/// <summary>How a letter is to be treated: what stands at "Sifat".</summary>
internal enum LetterNature { Ordinary, Urgent, VeryUrgent, Restricted, Confidential }

internal static class LetterNatures
{
    private static readonly IReadOnlyDictionary<LetterNature, string> Printed = new Dictionary<LetterNature, string>
    {
        [LetterNature.Ordinary] = "Biasa", [LetterNature.Urgent] = "Segera", [LetterNature.VeryUrgent] = "Sangat segera",
        [LetterNature.Restricted] = "Terbatas", [LetterNature.Confidential] = "Rahasia",
    };

    public static IEnumerable<Choice> Choices => Printed.Keys.Select(n => new Choice(n.ToString(), $"letters.nature.{n.ToString().ToLowerInvariant()}"));

    /// <summary>As the letter says it, in Indonesian.</summary>
    public static string Word(LetterNature nature) => Printed[nature];

    public static LetterNature Of(string? word) => Printed.FirstOrDefault(p => p.Value == word).Key;
}
