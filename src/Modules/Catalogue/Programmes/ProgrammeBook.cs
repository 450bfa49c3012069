using Layar.Catalogue.Figures;
using Layar.Catalogue.Loading;
using Layar.Eligibility.Facts;

namespace Layar.Catalogue.Programmes;

/// <summary>
/// The programmes that count in this process: those of the files, and over them the versions that the office put in force since. A new
/// version takes the place of everything before it from its first day on.
/// </summary>
internal sealed class ProgrammeBook
{
    private readonly CatalogueContent seeds;
    private volatile Page page;

    public ProgrammeBook(CatalogueContent seeds) => (this.seeds, page) = (seeds, new(seeds, Received(seeds)));

    public CatalogueContent Content => page.Content;

    /// <summary>What traces tell, those of programmes received included, by the kind and key of a trace.</summary>
    public ILookup<(Contracts.TraceKind, string), TraceMapping> Known => page.Known;

    /// <summary>What <paramref name="find"/> finds on a day, found once for each day as long as the book stays the same.</summary>
    public IReadOnlyList<Contracts.Programme> On(DateOnly day, Func<CatalogueContent, DateOnly, IReadOnlyList<Contracts.Programme>> find)
    {
        var at = page;
        return at.Today is { } kept && kept.Day == day ? kept.Programmes : (at.Today = new(day, find(at.Content, day))).Programmes;
    }

    /// <summary>What the shipped files say, without anything that the office wrote.</summary>
    public CatalogueContent Shipped => seeds;

    /// <summary>Versions of programmes that count, of the office.</summary>
    public IReadOnlyList<ProgrammeEntry> Versions { get; private set; } = [];

    /// <summary>Dated values that count, of the office.</summary>
    public IReadOnlyList<FigureEntry> Figures { get; private set; } = [];

    /// <summary>Versions of the shipped files.</summary>
    public IReadOnlyList<ProgrammeEntry> Seeds(string code) => [.. seeds.Programmes.Where(p => p.Code == code)];

    /// <summary>What a rule of this programme may name; a new programme stands among the choices under its own code.</summary>
    public (FactCatalogue Facts, RuleParameters Parameters) NamesWith(string? code, string? name)
    {
        var content = Content;
        if (string.IsNullOrWhiteSpace(code) || content.Programmes.Any(p => p.Code == code)) return (content.Rules.Facts, content.Rules.Parameters);
        return (RuleBook.FactsWith(content, new FactChoice(code.ToUpperInvariant(), new(name ?? code, name ?? code))), content.Rules.Parameters);
    }

    /// <summary>Takes up what the office put in force.</summary>
    /// <param name="versions">in the order in which they were put in force</param>
    /// <param name="figures">dated values that the office put in force, in that order</param>
    /// <returns>by version: why it cannot be read with the facts and figures of today; it does not count then</returns>
    public IReadOnlyDictionary<ProgrammeEntry, string> Take(IReadOnlyList<ProgrammeEntry> versions, IReadOnlyList<FigureEntry> figures)
    {
        var wrong = new Dictionary<ProgrammeEntry, string>();
        while (true)
        {
            var (content, faults) = With([.. versions.Where(v => !wrong.ContainsKey(v))], figures);
            var spoilt = versions.Where(v => !wrong.ContainsKey(v) && faults.Any(f => f.StartsWith($"programmes.json: {v.Code}: ", StringComparison.Ordinal))).ToList();
            foreach (var version in spoilt) wrong[version] = faults.First(f => f.StartsWith($"programmes.json: {version.Code}: ", StringComparison.Ordinal));
            if (spoilt.Count > 0) continue;
            (page, Figures, Versions) = (new(content, Received(content)), figures, [.. versions.Where(v => !wrong.ContainsKey(v))]);
            return wrong;
        }
    }

    /// <summary>The book as it would be with these versions and figures on top of the files.</summary>
    public (CatalogueContent Content, IReadOnlyList<string> Faults) With(IReadOnlyList<ProgrammeEntry> versions, IReadOnlyList<FigureEntry> figures)
    {
        var faults = new Faults();
        var content = seeds with
        {
            Programmes = Succession.Of(seeds.Programmes, versions),
            Parameters = Succession.Of(seeds.Parameters, [.. figures.Where(f => f.Kind == FigureKind.Rule)], p => p.Parameter.Code, p => p.Validity, FigureEntry.Over, FigureEntry.Holding),
            Purposes = Succession.Of(seeds.Purposes, [.. figures.Where(f => f.Kind == FigureKind.Letter)], p => p.Code, p => p.Validity, FigureEntry.Over, FigureEntry.Holding),
        };
        CrossChecks.CheckProgrammes(content, faults);
        content = content with { Rules = RuleBook.Read(content, faults) };
        // A figure that only an older version named is no fault of the newer one.
        return (content, [.. faults.All.Where(f => f.StartsWith("programmes.json: ", StringComparison.Ordinal))]);
    }

    /// <summary>The rules of today with those of one more version; null when one of them does not read.</summary>
    public RuleBook? RulesWith(ProgrammeEntry version)
    {
        var faults = new Faults();
        var content = Content;
        var rules = RuleBook.Read(content with { Programmes = [version, .. content.Programmes] }, faults);
        return faults.All.Any(f => f.StartsWith($"programmes.json: {version.Code}: ", StringComparison.Ordinal)) ? null : rules;
    }

    /// <summary>Whoever receives a programme, or did, has that fact; the files say what else follows.</summary>
    private static ILookup<(Contracts.TraceKind, string), TraceMapping> Received(CatalogueContent content)
    {
        var facts = content.Facts.Where(f => f.ChoicesOfProgrammes).Select(f => f.Fact.Code).ToList();
        var received = content.Programmes.DistinctBy(p => p.Code).Select(p =>
            new TraceMapping($"terima-{p.Code}", Contracts.TraceKind.Programme, [p.Code], [], [], null, 0, [.. facts.Select(f => new KnownEffect(f, null, null, null, [p.Choice], []))]));
        return content.Known.Concat(received).SelectMany(m => m.Keys.Select(k => (Key: (m.Kind, k), Mapping: m))).ToLookup(m => m.Key, m => m.Mapping);
    }

    private sealed class Page(CatalogueContent content, ILookup<(Contracts.TraceKind, string), TraceMapping> known)
    {
        public CatalogueContent Content => content;
        public ILookup<(Contracts.TraceKind, string), TraceMapping> Known => known;

        /// <summary>Kept for the day asked for last; a reference, so that readers see all of it or none.</summary>
        public Kept? Today { get; set; }
    }

    private sealed record Kept(DateOnly Day, IReadOnlyList<Contracts.Programme> Programmes);
}
