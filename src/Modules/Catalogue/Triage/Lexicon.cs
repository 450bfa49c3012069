using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;

namespace Layar.Catalogue.Triage;

internal enum Signal { Emergency, Problem, Service, Agency }

/// <summary>Words that point somewhere, unless one of the others stands in the story too.</summary>
internal sealed record LexiconEntry(
    string Code, Signal Signals, string? Target, int Weight, IReadOnlyList<string> Words, IReadOnlyList<string> Unless);

/// <summary>The words of triage: what they signal, and what chat and Banjar words mean.</summary>
internal sealed record Lexicon(IReadOnlyList<LexiconEntry> Entries, IReadOnlyDictionary<string, string> Synonyms)
{
    public static Lexicon Read(DataFile file)
    {
        var entries = file.List(Entry);
        var synonyms = file.List(e => (Means: e.String("means"), Words: e.Strings("words"), Entry: e), "synonyms", "means");
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (means, words, entry) in synonyms)
            foreach (var word in words)
                if (!all.TryAdd(word, means)) entry.Fault("words", $"'{word}' already means '{all[word]}'");
        return new(entries, all);
    }

    private static LexiconEntry Entry(Entry e)
    {
        var entry = new LexiconEntry(
            e.Code(), e.Choice<Signal>("signals"), e.OptionalString("target"), e.OptionalNumber("weight") ?? 2, e.Strings("words"), e.Strings("unless"));
        if (entry.Words.Count == 0) e.Fault("words", "has no word");
        if (entry.Signals != Signal.Emergency && entry.Target is null) e.Fault("target", "is missing");
        return entry;
    }
}
