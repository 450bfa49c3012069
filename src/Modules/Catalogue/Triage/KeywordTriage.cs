using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Triage;

/// <summary>Counts lexicon phrases; a longer phrase weighs more. Every suggestion shows its words.</summary>
internal sealed class KeywordTriage : ITriage
{
    private const int Most = 3;
    private readonly ICatalogue catalogue;
    private readonly Lexicon lexicon;
    private readonly List<Rule> rules = [];

    public KeywordTriage(ICatalogue catalogue, Lexicon lexicon)
    {
        (this.catalogue, this.lexicon) = (catalogue, lexicon);
        foreach (var entry in lexicon.Entries) Add(entry.Signals, entry.Target ?? entry.Code, entry.Weight, entry.Words, entry.Unless);
        foreach (var problem in catalogue.Problems) Add(Signal.Problem, problem.Code, 2, problem.Keywords, []);
        foreach (var agency in catalogue.Agencies) Add(Signal.Agency, agency.Code, 2, [.. agency.Keywords, .. agency.Aliases], []);
    }

    public TriageSuggestion Suggest(string? story, DateOnly day)
    {
        var words = new Words(story ?? "", lexicon.Synonyms);
        var hits = rules.Where(r => r.Unless.All(u => words.Find(u) is null))
            .SelectMany(r => r.Phrases.Select(p => (Rule: r, Phrase: p, Found: words.Find(p))))
            .Where(h => h.Found is not null)
            .Select(h => new Hit(h.Rule.Signal, h.Rule.Target, h.Rule.Weight + h.Phrase.Length - 1, h.Found!))
            .Distinct().ToList();

        var problems = Best(hits, Signal.Problem, code => catalogue.Problems.Any(p => p.Code == code));
        var inherited = problems.SelectMany(p => catalogue.Problems.Where(k => k.Code == p.Code && k.DefaultService is not null)
            .SelectMany(k => p.Words.Select(w => new Hit(Signal.Service, k.DefaultService!, 1, w))));
        var agencies = Best(hits, Signal.Agency, code => catalogue.Agencies.Any(a => a.Code == code));
        var emergency = hits.Where(h => h.Signal == Signal.Emergency).Select(h => h.Words).Distinct().ToList();
        return new()
        {
            Emergency = emergency.Count > 0,
            EmergencyWords = emergency,
            Problems = problems,
            Services = Best([.. hits, .. inherited], Signal.Service, code => catalogue.Service(code, day) is not null),
            Agencies = agencies,
            Nature = NatureOf(problems, agencies, emergency.Count > 0),
        };
    }

    private Nature NatureOf(List<Suggested> problems, List<Suggested> agencies, bool emergency)
    {
        var social = problems.Where(p => catalogue.Problems.Any(k => k.Code == p.Code && k.Nature == Nature.Social)).Sum(p => p.Score);
        var other = agencies.Where(a => catalogue.Agencies.Any(k => k.Code == a.Code && k.Nature == Nature.NonSocial)).Sum(a => a.Score);
        if (social == 0 && other == 0) return emergency ? Nature.Social : Nature.Unknown;
        return other > social ? Nature.NonSocial : Nature.Social;
    }

    private static List<Suggested> Best(IEnumerable<Hit> hits, Signal signal, Func<string, bool> known) =>
        [.. hits.Where(h => h.Signal == signal && known(h.Target)).GroupBy(h => h.Target)
            .Select(g => new Suggested(g.Key, g.Sum(h => h.Weight), [.. g.Select(h => h.Words).Distinct()]))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Code, StringComparer.Ordinal).Take(Most)];

    private void Add(Signal signal, string target, int weight, IReadOnlyList<string> phrases, IReadOnlyList<string> unless) =>
        rules.Add(new(signal, target, weight, [.. phrases.Select(Meant)], [.. unless.Select(Meant)]));

    private string[] Meant(string phrase) => [.. new Words(phrase, lexicon.Synonyms).Meant];

    private sealed record Rule(Signal Signal, string Target, int Weight, string[][] Phrases, string[][] Unless);

    private sealed record Hit(Signal Signal, string Target, int Weight, string Words);
}
