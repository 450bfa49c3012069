using Layar.Catalogue.Contracts;
using Layar.Catalogue.Programmes;
using Layar.Eligibility.Facts;

namespace Layar.Catalogue.Loading;

/// <summary>What traces tell, held against the facts, the types, the labels and the forms they speak of.</summary>
internal static class TraceReader
{
    public const string File = "known-facts.json";

    public static TraceMapping Mapping(Entry e)
    {
        var mapping = new TraceMapping(
            e.Code(), e.Choice<TraceKind>("kind"), e.Strings("keys"), e.Strings("is"), e.Strings("not"), e.OptionalString("number"), e.OptionalNumber("margin") ?? 0, [.. e.Entries("sets").Select(Effect)]);
        if (mapping.Keys.Count == 0) e.Fault("keys", "is missing");
        if (mapping.Number is null == (mapping.Sets.Count == 0)) e.Fault("sets", "stands without number, and number without sets");
        if (mapping.Kind == TraceKind.Answer) e.Fault("kind", "answers tell the fact they were asked for");
        return mapping;
    }

    public static void Check(CatalogueContent content, Faults faults)
    {
        foreach (var mapping in content.Known)
        {
            if (mapping.Number is { } number && content.Rules.Facts.Find(number)?.Type != FactType.Number) faults.Add(File, mapping.Code, "number", $"'{number}' is no number");
            foreach (var effect in mapping.Sets)
                if (Wrong(effect, content.Rules.Facts.Find(effect.Fact)) is { } what) faults.Add(File, mapping.Code, "sets", what);
            foreach (var key in mapping.Keys.Where(k => !Known(mapping.Kind, k, content))) faults.Add(File, mapping.Code, "keys", $"unknown {mapping.Kind.ToString().ToLowerInvariant()} '{key}'");
            foreach (var answer in mapping.Is.Concat(mapping.Not).Where(a => mapping.Kind == TraceKind.Assessment && !Answerable(mapping, a, content)))
                faults.Add(File, mapping.Code, "is", $"'{answer}' is no answer of {string.Join(", ", mapping.Keys)}");
        }
    }

    private static bool Known(TraceKind kind, string key, CatalogueContent content) => kind switch
    {
        TraceKind.Ppks => content.Ppks.Any(p => p.Code == key),
        TraceKind.Label => content.Labels.Any(l => l.Code == key),
        TraceKind.Assessment => content.Forms.Any(f => f.Questions.Any(q => q.Code == key)),
        TraceKind.Person => key is "age" or "estimated-age" or "age-group" or "sex",
        TraceKind.Registry => key is "listed" or "decile" or "pbi" or "pkh" or "bpnt" or "kip" or "school" or "pregnant" or "chronic" or "business",
        TraceKind.Programme => content.Programmes.Any(p => p.Code == key),
        _ => true,
    };

    private static bool Answerable(TraceMapping mapping, string answer, CatalogueContent content) =>
        content.Forms.SelectMany(f => f.Questions).Any(q => mapping.Keys.Contains(q.Code) && q.Options.Any(o => o.Code == answer));

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

    private static KnownEffect Effect(Entry e)
    {
        var effect = new KnownEffect(e.String("fact"), e.Has("is") ? e.Flag("is") : null, e.OptionalNumber("low"), e.OptionalNumber("high"), e.Strings("in"), e.Strings("out"));
        e.Done();
        return effect;
    }
}
