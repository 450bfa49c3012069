using System.Text;

namespace Layar.Catalogue.Triage;

/// <summary>A story cut into words: as written and as understood (lower case, no suffix particles, Banjar and chat words translated).</summary>
internal sealed class Words
{
    private static readonly string[] Particles = ["nya", "lah", "kah", "pun"];
    private readonly List<(string Written, string Meant)> all;

    public Words(string story, IReadOnlyDictionary<string, string> synonyms) => all = [.. Understand(Split(story), synonyms)];

    /// <summary>The phrase as the story writes it, or null when it is not there.</summary>
    public string? Find(IReadOnlyList<string> phrase)
    {
        for (var start = 0; phrase.Count > 0 && start + phrase.Count <= all.Count; start++)
            if (!phrase.Where((word, i) => !Same(all[start + i].Meant, word)).Any())
                return string.Join(' ', all.Skip(start).Take(phrase.Count).Select(w => w.Written).Distinct());
        return null;
    }

    public IReadOnlyList<string> Meant => [.. all.Select(w => w.Meant)];

    private static bool Same(string story, string word) =>
        story == word || story.StartsWith(word, StringComparison.Ordinal) && Particles.Contains(story[word.Length..]);

    private static IEnumerable<(string, string)> Understand(List<string> words, IReadOnlyDictionary<string, string> synonyms)
    {
        foreach (var word in words)
            if (synonyms.TryGetValue(word, out var meaning))
                foreach (var part in meaning.Split(' ')) yield return (word, part);
            else yield return (word, word);
    }

    private static List<string> Split(string story)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in story.ToLowerInvariant() + ' ')
            if (char.IsLetterOrDigit(letter) || letter is '\'' or '’' && word.Length > 0) { if (char.IsLetterOrDigit(letter)) word.Append(letter); }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        return words;
    }
}
