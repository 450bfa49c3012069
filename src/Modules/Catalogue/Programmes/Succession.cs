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
        var all = places.SelectMany(code => InTurn([.. seeds.Where(s => s.Code == code), .. own[code]])).ToList();
        return [.. all.Select(p => p with { ExclusiveWith = [.. p.ExclusiveWith.Union(all.Where(o => o.ExclusiveWith.Contains(p.Code)).Select(o => o.Code))] })];
    }

    private static IEnumerable<ProgrammeEntry> InTurn(List<ProgrammeEntry> versions)
    {
        var turns = versions.Index().GroupBy(v => v.Item.Validity.From).Select(g => g.Last().Item).OrderBy(v => v.Validity.From).ToList();
        for (var i = 0; i < turns.Count; i++)
        {
            var (validity, eve) = (turns[i].Validity, i + 1 < turns.Count ? turns[i + 1].Validity.From.AddDays(-1) : (DateOnly?)null);
            yield return eve is { } last && (validity.To is null || validity.To > last) ? turns[i] with { Validity = validity with { To = last } } : turns[i];
        }
    }
}
