using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Layar.Eligibility.Language;

namespace Layar.Eligibility.Facts;

/// <summary>All facts that rules may speak of.</summary>
public sealed partial class FactCatalogue
{
    private const int MostChoices = 64;
    private readonly FrozenDictionary<string, FactDefinition> byCode;
    private readonly FrozenDictionary<string, int> places;

    /// <exception cref="ArgumentException">See <see cref="Faults"/>.</exception>
    public FactCatalogue(IEnumerable<FactDefinition> facts)
    {
        All = [.. facts];
        if (Faults(All).FirstOrDefault() is { What: not null } fault) throw new ArgumentException($"{fault.Code}: {fault.What}", nameof(facts));
        byCode = All.ToFrozenDictionary(f => f.Code, StringComparer.Ordinal);
        places = All.Select((f, i) => (f.Code, i)).ToFrozenDictionary(f => f.Code, f => f.i, StringComparer.Ordinal);
    }

    public IReadOnlyList<FactDefinition> All { get; }

    public FactDefinition? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Where the fact stands in the list; behind all others when it does not.</summary>
    public int Place(FactDefinition fact) => places.GetValueOrDefault(fact.Code, int.MaxValue);

    /// <summary>The code that was probably meant, or null.</summary>
    public string? Nearest(string typed) => Spelling.Nearest(typed, All.Select(f => f.Code));

    /// <summary>What keeps a list of facts from being a catalogue, with the code concerned.</summary>
    public static IEnumerable<(string Code, string What)> Faults(IReadOnlyList<FactDefinition> facts)
    {
        foreach (var twice in facts.GroupBy(f => f.Code).Where(g => g.Count() > 1)) yield return (twice.Key, "stands twice");
        foreach (var fact in facts)
        {
            if (!CodeShape().IsMatch(fact.Code)) yield return (fact.Code, "is no code (lower-case letters, digits and _)");
            if (Keywords.All.Contains(fact.Code)) yield return (fact.Code, "is a word of the language");
            if (fact.Type == FactType.History != fact.Code.StartsWith(Keywords.EverPrefix, StringComparison.Ordinal)) yield return (fact.Code, "histories, and only they, begin with pernah_");
            var chosen = fact.Type is FactType.Choice or FactType.Set or FactType.History;
            if (chosen != fact.Choices.Count > 0) yield return (fact.Code, chosen ? "needs choices" : "has choices that nobody can choose");
            if (fact.Choices.Count > MostChoices) yield return (fact.Code, $"has more than {MostChoices} choices");
            if (fact.Choices.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() < fact.Choices.Count) yield return (fact.Code, "has a choice twice");
            if (fact.Choices.Any(c => c.Code.Length == 0 || c.Code.Any(l => l is '"' or '\n' or '\r'))) yield return (fact.Code, "has a choice that cannot be written between quotes");
            if (fact.Highest < fact.Lowest) yield return (fact.Code, "has highest below lowest");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex CodeShape();
}
