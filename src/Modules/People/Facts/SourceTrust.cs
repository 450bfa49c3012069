using Layar.Catalogue.Contracts;
using Layar.People.Lists;
using Layar.People.Verval;

namespace Layar.People.Facts;

/// <param name="Rank">the higher the more trusted</param>
/// <param name="FreshMonths">how long the rank holds; null for ever</param>
/// <param name="StaleRank">rank after that</param>
internal sealed record FactSource(string Code, int Rank, LocalText Name, int? FreshMonths = null, int? StaleRank = null);

/// <summary>The rank of a source for one field, in place of its own.</summary>
internal sealed record FieldRank(string Field, string Source, int Rank);

/// <summary>A version of the rule, dated like everything that a decree can change.</summary>
internal sealed record TrustRule(DateOnly ValidFrom, string LegalBasis, IReadOnlyList<FactSource> Sources, IReadOnlyList<FieldRank> Fields);

/// <summary>What a fact must say of itself to compete.</summary>
internal readonly record struct Claim(string Source, DateOnly AsOf, DateTime RecordedAt);

/// <summary>Which of several facts is believed: the most trusted source, of equal trust the newest. The ranks are data.</summary>
internal sealed class SourceTrust(IReadOnlyList<TrustRule> rules)
{
    /// <summary>Sources that the product itself writes down.</summary>
    private static readonly string[] Needed = [FactBook.Report, RecordPerson.Source, "dtsen", "dtks", "bdt", "desa", "perkiraan"];

    /// <param name="folder">of the office's data files, which may hold a <c>sources.json</c> of its own; null for the shipped ones</param>
    /// <exception cref="CatalogueDataException">The office's file does not read; each fault is named.</exception>
    public static SourceTrust Read(string? folder) => new(DataFile.OwnOrShipped<TrustRule>(folder, "sources", Faults));

    /// <summary>The rule in force on the day; before the first one, the first.</summary>
    public TrustRule On(DateOnly day) => rules.OrderBy(r => r.ValidFrom).LastOrDefault(r => r.ValidFrom <= day) ?? rules.OrderBy(r => r.ValidFrom).First();

    public int Rank(string field, Claim claim, DateOnly day)
    {
        var rule = On(day);
        if (rule.Sources.FirstOrDefault(s => s.Code == claim.Source) is not { } source) return 0;
        var stale = source.FreshMonths is { } months && claim.AsOf.AddMonths(months) < day;
        if (stale) return source.StaleRank ?? 0;
        return rule.Fields.FirstOrDefault(f => f.Field == field && f.Source == claim.Source)?.Rank ?? source.Rank;
    }

    /// <summary>The best first.</summary>
    public IEnumerable<T> Order<T>(string field, IEnumerable<T> facts, Func<T, Claim> claim, DateOnly day) => facts
        .OrderByDescending(f => Rank(field, claim(f), day)).ThenByDescending(f => claim(f).AsOf).ThenByDescending(f => claim(f).RecordedAt);

    public FactSource? Source(string code, DateOnly day) => On(day).Sources.FirstOrDefault(s => s.Code == code);

    private static IEnumerable<string> Faults(IReadOnlyList<TrustRule> rules)
    {
        if (rules.Count == 0) yield return "entries: names no rule";
        foreach (var (rule, place) in rules.Select((r, i) => (r, $"rule {i + 1}")))
        {
            if (string.IsNullOrWhiteSpace(rule.LegalBasis)) yield return $"{place}: legalBasis: is empty";
            if (rule.Sources is null || rule.Fields is null)
            {
                yield return $"{place}: sources, fields: both lists are needed";
                continue;
            }
            foreach (var source in rule.Sources.Where(s => string.IsNullOrWhiteSpace(s.Code) || s.Name is null)) yield return $"{place}: source \"{source.Code}\": needs a code and a name";
            foreach (var twice in rule.Sources.GroupBy(s => s.Code).Where(g => g.Count() > 1)) yield return $"{place}: source \"{twice.Key}\" stands twice";
            foreach (var needed in Needed.Where(n => rule.Sources.All(s => s.Code != n))) yield return $"{place}: source \"{needed}\" is missing; facts come from it";
            foreach (var lost in rule.Fields.Where(f => rule.Sources.All(s => s.Code != f.Source))) yield return $"{place}: field \"{lost.Field}\": source \"{lost.Source}\" is none of the rule";
        }
    }
}
