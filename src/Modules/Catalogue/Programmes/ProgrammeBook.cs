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

    /// <summary>What traces tell, those of programmes received included.</summary>
    public IReadOnlyList<TraceMapping> Known => page.Known;

    /// <summary>Takes up what the office put in force.</summary>
    /// <param name="versions">in the order in which they were put in force</param>
    /// <returns>by version: why it cannot be read with the facts and figures of today; it does not count then</returns>
    public IReadOnlyDictionary<ProgrammeEntry, string> Take(IReadOnlyList<ProgrammeEntry> versions)
    {
        var wrong = new Dictionary<ProgrammeEntry, string>();
        while (true)
        {
            var (content, faults) = With([.. versions.Where(v => !wrong.ContainsKey(v))]);
            var spoilt = versions.Where(v => !wrong.ContainsKey(v) && faults.Any(f => f.StartsWith($"programmes.json: {v.Code}: ", StringComparison.Ordinal))).ToList();
            foreach (var version in spoilt) wrong[version] = faults.First(f => f.StartsWith($"programmes.json: {version.Code}: ", StringComparison.Ordinal));
            if (spoilt.Count > 0) continue;
            page = new(content, Received(content));
            return wrong;
        }
    }

    /// <summary>The book as it would be with these versions on top of the files.</summary>
    public (CatalogueContent Content, IReadOnlyList<string> Faults) With(IReadOnlyList<ProgrammeEntry> versions)
    {
        var faults = new Faults();
        var content = seeds with { Programmes = Succession.Of(seeds.Programmes, versions) };
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
    private static IReadOnlyList<TraceMapping> Received(CatalogueContent content)
    {
        var facts = content.Facts.Where(f => f.ChoicesOfProgrammes).Select(f => f.Fact.Code).ToList();
        return [.. content.Known, .. content.Programmes.DistinctBy(p => p.Code).Select(p =>
            new TraceMapping($"terima-{p.Code}", Contracts.TraceKind.Programme, [p.Code], [], [], null, 0, [.. facts.Select(f => new KnownEffect(f, null, null, null, [p.Choice], []))]))];
    }

    private sealed record Page(CatalogueContent Content, IReadOnlyList<TraceMapping> Known);
}
