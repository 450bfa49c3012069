using Layar.Catalogue.Contracts;
using Layar.Catalogue.Programmes;
using Layar.Eligibility.Facts;

namespace Layar.Catalogue.Loading;

/// <summary>What traces tell, held against the facts, the types, the labels and the forms they speak of.</summary>
internal static class TraceReader
{
    public const string File = "known-facts.json";

    /// <summary>What releases say of a person and its family, as the registers hand it over.</summary>
    private static readonly HashSet<string> RegistryKeys =
    [
        "listed", "decile", "pbi", "pkh", "bpnt", "kip", "school", "pregnant", "chronic", "business", "difficulty", "self-care", "village",
        "members", "state-employee", "house", "power", "lighting", "floor", "wall", "roof",
    ];

    public static TraceMapping Mapping(Entry e)
    {
        var mapping = new TraceMapping(
            e.Code(), e.Choice<TraceKind>("kind"), e.Strings("keys"), e.Strings("is"), e.Strings("not"), e.OptionalString("number"), e.OptionalNumber("margin") ?? 0, [.. e.Entries("sets").Select(Effect)])
        {
            Weak = e.Has("weak") && e.Flag("weak"), Also = [.. e.Entries("also").Select(Other)],
        };
        if (mapping.Keys.Count == 0) e.Fault("keys", "is missing");
        if (mapping.Number is null == (mapping.Sets.Count == 0)) e.Fault("sets", "stands without number, and number without sets");
        if (mapping.Kind == TraceKind.Answer) e.Fault("kind", "answers tell the fact they were asked for");
        return mapping;
    }

    public static TraceTrust Trust(Entry e)
    {
        var trust = new TraceTrust(e.Choice<TraceKind>("kind"), e.Number("rank"), e.OptionalNumber("freshMonths"), e.OptionalNumber("staleRank"), e.Validity());
        if (trust.FreshMonths is null != trust.StaleRank is null) e.Fault("staleRank", "stands with freshMonths, and freshMonths with staleRank");
        if (trust.FreshMonths is < 1 or > 600) e.Fault("freshMonths", "must be from 1 to 600");
        return trust;
    }

    public static void Check(CatalogueContent content, Faults faults)
    {
        foreach (var kind in Enum.GetValues<TraceKind>().Except(content.Trust.Select(t => t.Kind))) faults.Add(File, "(file)", "trust", $"'{kind.ToString().ToLowerInvariant()}' is missing");
        foreach (var mapping in content.Known)
        {
            if (mapping.Number is { } number && content.Rules.Facts.Find(number)?.Type != FactType.Number) faults.Add(File, mapping.Code, "number", $"'{number}' is no number");
            foreach (var effect in mapping.Sets)
                if (Wrong(effect, content.Rules.Facts.Find(effect.Fact)) is { } what) faults.Add(File, mapping.Code, "sets", what);
            Check(mapping, mapping.Keys, [.. mapping.Is, .. mapping.Not], content, faults);
            foreach (var other in mapping.Also) Check(mapping, [other.Key], other.Is, content, faults);
        }
    }

    private static void Check(TraceMapping mapping, IReadOnlyList<string> keys, IReadOnlyList<string> answers, CatalogueContent content, Faults faults)
    {
        foreach (var key in keys.Where(k => !Known(mapping.Kind, k, content))) faults.Add(File, mapping.Code, "keys", $"unknown {mapping.Kind.ToString().ToLowerInvariant()} '{key}'");
        foreach (var answer in answers.Where(a => mapping.Kind == TraceKind.Assessment && !Answerable(keys, a, content)))
            faults.Add(File, mapping.Code, "is", $"'{answer}' is no answer of {string.Join(", ", keys)}");
    }

    private static bool Known(TraceKind kind, string key, CatalogueContent content) => kind switch
    {
        TraceKind.Ppks => content.Ppks.Any(p => p.Code == key),
        TraceKind.Label => content.Labels.Any(l => l.Code == key),
        TraceKind.Assessment => content.Forms.Any(f => f.Questions.Any(q => q.Code == key)),
        TraceKind.Person => key is "age" or "estimated-age" or "age-group" or "sex" or "nik-area",
        TraceKind.Registry => RegistryKeys.Contains(key),
        TraceKind.Paper => content.Documents.Any(d => d.Code == key),
        TraceKind.Programme => content.Programmes.Any(p => p.Code == key),
        _ => true,
    };

    private static bool Answerable(IReadOnlyList<string> keys, string answer, CatalogueContent content) =>
        content.Forms.SelectMany(f => f.Questions).Any(q => keys.Contains(q.Code) && q.Options.Any(o => o.Code == answer));

    private static string? Wrong(KnownEffect effect, FactDefinition? fact) => fact is null ? $"unknown fact '{effect.Fact}'"
        : effect.In.Concat(effect.Out).FirstOrDefault(c => fact.Choice(c) is null) is { } unknown ? $"unknown choice '{unknown}' of {fact.Code}"
        : fact.Type switch
        {
            FactType.YesNo => effect.Is is not null,
            FactType.Number => effect is { Low: not null, High: not null } && effect.Low <= effect.High,
            FactType.Choice => effect.In.Count == 1 != effect.Out.Count > 0,
            FactType.Set => effect.In.Count + effect.Out.Count > 0,
            FactType.History => effect.In.Count > 0 && effect.Out.Count == 0,
            _ => false,
        } ? null : $"'{fact.Code}' cannot be known this way";

    private static OtherTrace Other(Entry e)
    {
        var other = new OtherTrace(e.String("key"), e.Strings("is"));
        if (other.Is.Count == 0) e.Fault("is", "is missing");
        e.Done();
        return other;
    }

    private static KnownEffect Effect(Entry e)
    {
        var effect = new KnownEffect(e.String("fact"), e.Has("is") ? e.Flag("is") : null, e.OptionalNumber("low"), e.OptionalNumber("high"), e.Strings("in"), e.Strings("out"));
        e.Done();
        return effect;
    }
}
