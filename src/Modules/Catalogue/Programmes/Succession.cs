using Layar.Catalogue.Contracts;
using Layar.Catalogue.Figures;
using Layar.Catalogue.Loading;

namespace Layar.Catalogue.Programmes;

/// <summary>Which version of a programme holds when: one that begins later ends the one before it on the eve of its first day.</summary>
internal static class Succession
{
    /// <param name="seeds">of the files</param>
    /// <param name="versions">of the office, in the order in which they were put in force; the later one wins on the same first day</param>
    public static IReadOnlyList<ProgrammeEntry> Of(IReadOnlyList<ProgrammeEntry> seeds, IReadOnlyList<ProgrammeEntry> versions)
    {
        var own = versions.ToLookup(v => v.Code, StringComparer.Ordinal);
        var places = seeds.Concat(versions).Select(p => p.Code).Distinct(StringComparer.Ordinal);
        var all = places.SelectMany(code => InTurn([.. seeds.Where(s => s.Code == code), .. own[code]], p => p.Validity, (p, validity) => p with { Validity = validity })).ToList();
        return [.. all.Select(p => p with { ExclusiveWith = [.. p.ExclusiveWith.Union(all.Where(o => o.ExclusiveWith.Contains(p.Code)).Select(o => o.Code))] })];
    }

    /// <summary>Figures of the files under those of the office, each code in the place of the file; a code that the files no longer have counts nowhere.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> seeds, IReadOnlyList<FigureEntry> figures, Func<T, string> code, Func<T, Validity> validity, Func<T, FigureEntry, T> with, Func<T, Validity, T> holding)
    {
        var own = figures.ToLookup(f => f.Code, StringComparer.Ordinal);
        return [.. seeds.GroupBy(code).SelectMany(g => own[g.Key].Any() ? InTurn([.. g, .. own[g.Key].Select(f => with(g.Last(), f))], validity, holding) : g)];
    }

    private static IEnumerable<T> InTurn<T>(List<T> versions, Func<T, Validity> of, Func<T, Validity, T> holding)
    {
        var turns = versions.Index().GroupBy(v => of(v.Item).From).Select(g => g.Last().Item).OrderBy(v => of(v).From).ToList();
        for (var i = 0; i < turns.Count; i++)
        {
            var (validity, eve) = (of(turns[i]), i + 1 < turns.Count ? of(turns[i + 1]).From.AddDays(-1) : (DateOnly?)null);
            yield return eve is { } last && (validity.To is null || validity.To > last) ? holding(turns[i], validity with { To = last }) : turns[i];
        }
    }
}
