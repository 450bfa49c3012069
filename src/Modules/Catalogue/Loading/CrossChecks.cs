using Layar.Catalogue.Contracts;
using Layar.Catalogue.Triage;

namespace Layar.Catalogue.Loading;

/// <summary>What one file says about another.</summary>
internal static class CrossChecks
{
    public static void Check(CatalogueContent content, Faults faults)
    {
        var services = Codes(content.AllServices, s => s.Code);
        var tiles = Codes(content.Tiles, t => t.Code);
        var documents = Codes(content.Documents, d => d.Code);
        var ppks = Codes(content.Ppks, p => p.Code);
        var labels = Codes(content.Labels, l => l.Code);

        foreach (var s in content.AllServices)
        {
            Known(faults, "services.json", s.Code, "tile", "tile", tiles, [s.Tile]);
            Known(faults, "services.json", s.Code, "documents", "document", documents, s.Requirements.Select(r => r.Document));
        }
        foreach (var t in content.Tiles) Known(faults, "tiles.json", t.Code, "services", "service", services, t.Services);
        foreach (var t in content.Tiles)
            foreach (var missing in content.AllServices.Where(s => s.Tile == t.Code && !t.Services.Contains(s.Code)).DistinctBy(s => s.Code))
                faults.Add("tiles.json", t.Code, "services", $"'{missing.Code}' names this tile and is not listed");
        foreach (var p in content.Problems)
        {
            Known(faults, "problems.json", p.Code, "ppks", "PPKS type", ppks, p.Ppks);
            Known(faults, "problems.json", p.Code, "labels", "label", labels, p.Labels);
            if (p.DefaultService is { } service) Known(faults, "problems.json", p.Code, "defaultService", "service", services, [service]);
        }
        if (content.Ppks.Count > 0 && !content.Ppks.Select(p => p.Number).Order().SequenceEqual(Enumerable.Range(1, content.Ppks.Count)))
            faults.Add("ppks.json", "(file)", "number", "the numbers must run from 1 without gap");

        Versions(faults, "services.json", content.AllServices, s => s.Code, s => s.Validity);
        Versions(faults, "statement-purposes.json", content.Purposes, p => p.Code, p => p.Validity);
        Versions(faults, "clocks.json", content.Clocks, c => c.Key, c => c.Validity);
        Versions(faults, TraceReader.File, content.Trust, t => t.Kind.ToString().ToLowerInvariant(), t => t.Validity);
        Versions(faults, "assessment.json", content.Forms, _ => "form", f => f.Validity);
        foreach (var key in ClockKeys.All.Except(content.Clocks.Select(c => c.Key))) faults.Add("clocks.json", key, "key", "the clock is missing");
        foreach (var figure in FigureCodes.All.Except(content.Parameters.Select(p => p.Parameter.Code))) faults.Add("parameters.json", figure, "code", "the figure is missing");
        LexiconTargets(content, faults, services);
        CheckProgrammes(content, faults);
        Divisions(content, faults, services);
    }

    private static void Divisions(CatalogueContent content, Faults faults, HashSet<string> services)
    {
        var instance = content.Instance;
        var file = $"instances/{instance.Area}/divisions.json";
        foreach (var d in instance.Divisions)
        {
            Known(faults, file, d.Code, "services", "service", services, d.Services);
            Known(faults, file, d.Code, "headPosition", "position", Codes(instance.Officials, o => o.Position), [d.HeadPosition]);
        }
        foreach (var twice in instance.Divisions.SelectMany(d => d.Services).GroupBy(s => s).Where(g => g.Count() > 1))
            faults.Add(file, twice.Key, "services", "two divisions own this service");
    }

    /// <summary>What programmes say of services, papers, divisions and each other.</summary>
    public static void CheckProgrammes(CatalogueContent content, Faults faults)
    {
        const string file = "programmes.json";
        var (services, documents) = (Codes(content.AllServices, s => s.Code), Codes(content.Documents, d => d.Code));
        var programmes = Codes(content.Programmes, p => p.Code);
        foreach (var p in content.Programmes)
        {
            Known(faults, file, p.Code, "service", "service", services, [p.Service]);
            if (p.Division is { } division) Known(faults, file, p.Code, "division", "division", Codes(content.Instance.Divisions, d => d.Code), [division]);
            Known(faults, file, p.Code, "documents", "document", documents, (p.Requirements ?? []).Select(r => r.Document));
            Known(faults, file, p.Code, "exclusiveWith", "programme", programmes, p.ExclusiveWith);
            foreach (var other in content.Programmes.Where(o => p.ExclusiveWith.Contains(o.Code) && !o.ExclusiveWith.Contains(p.Code)).DistinctBy(o => o.Code))
                faults.Add(file, p.Code, "exclusiveWith", $"'{other.Code}' does not exclude it in turn");
        }
        foreach (var lonely in services.Except(content.Programmes.Select(p => p.Service)).Order(StringComparer.Ordinal)) faults.Add(file, lonely, "service", "no programme leads to this service");
        Versions(faults, file, content.Programmes, p => p.Code, p => p.Validity);
        Versions(faults, "parameters.json", content.Parameters, p => p.Parameter.Code, p => p.Validity);
    }

    private static void LexiconTargets(CatalogueContent content, Faults faults, HashSet<string> services)
    {
        foreach (var entry in content.Lexicon.Entries)
        {
            var known = entry.Signals switch
            {
                Signal.Problem => Codes(content.Problems, p => p.Code),
                Signal.Service => services,
                Signal.Agency => Codes(content.AllAgencies, a => a.Agency.Code),
                _ => null,
            };
            if (known is not null)
                Known(faults, "lexicon.json", entry.Code, "target", entry.Signals.ToString().ToLowerInvariant(), known, [entry.Target ?? ""]);
        }
    }

    private static void Versions<T>(Faults faults, string file, IEnumerable<T> all, Func<T, string> code, Func<T, Validity> validity)
    {
        foreach (var versions in all.GroupBy(code))
        {
            var ordered = versions.Select(validity).OrderBy(v => v.From).ToList();
            foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
                if (earlier.Overlaps(later)) faults.Add(file, versions.Key, "validFrom", $"two versions hold on {later.From:yyyy-MM-dd}");
        }
    }

    private static HashSet<string> Codes<T>(IEnumerable<T> all, Func<T, string> code) => [.. all.Select(code)];

    private static void Known(Faults faults, string file, string entry, string field, string what, HashSet<string> known, IEnumerable<string> used)
    {
        foreach (var code in used.Where(u => !known.Contains(u))) faults.Add(file, entry, field, $"unknown {what} '{code}'");
    }
}
