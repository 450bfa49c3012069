using Layar.Catalogue.SelfCheck;
using Layar.Eligibility.Facts;

namespace Layar.Catalogue.Loading;

/// <summary>The questions of the self-check, held against the facts they speak of.</summary>
internal static class CheckReader
{
    public const string File = "self-check.json";

    public static CheckQuestion Question(Entry e)
    {
        var question = new CheckQuestion
        {
            Code = e.Code(), Kind = e.Choice<QuestionKind>("kind"), Text = e.Text("text"), Hint = e.OptionalText("hint"), Fact = e.OptionalString("fact"), Options = [.. e.Entries("options").Select(Option)],
        };
        if (question.Kind == QuestionKind.Number != (question.Fact is not null)) e.Fault("fact", "goes with kind number and only with it");
        if (question.Kind == QuestionKind.Number != (question.Options.Count == 0)) e.Fault("options", "go with kind one and many and only with them");
        if (question.Kind == QuestionKind.Many && question.Options.Count(o => o.None) != 1) e.Fault("options", "one of them must be none");
        foreach (var twice in question.Options.GroupBy(o => o.Code).Where(g => g.Count() > 1)) e.Fault("options", $"'{twice.Key}' stands twice");
        return question;
    }

    public static void Check(CatalogueContent content, Faults faults)
    {
        if (content.Check.Count is < 5 or > 8) faults.Add(File, "(file)", "entries", "must be five to eight questions");
        foreach (var question in content.Check)
        {
            if (question.Fact is { } number && content.Rules.Facts.Find(number)?.Type != FactType.Number) faults.Add(File, question.Code, "fact", $"'{number}' is no number");
            foreach (var effect in question.Options.SelectMany(o => o.Sets.Concat(o.Member)))
                if (Wrong(effect, content.Rules.Facts.Find(effect.Fact)) is { } what) faults.Add(File, question.Code, "options", what);
        }
    }

    private static string? Wrong(Effect effect, FactDefinition? fact) => fact is null ? $"unknown fact '{effect.Fact}'"
        : effect.Choice is { } choice && fact.Choice(choice) is null ? $"unknown choice '{choice}' of {fact.Code}"
        : effect.In.FirstOrDefault(c => fact.Choice(c) is null) is { } unknown ? $"unknown choice '{unknown}' of {fact.Code}"
        : fact.Type switch
        {
            FactType.YesNo => effect.Is is not null,
            FactType.Number => (effect.Low ?? effect.High) is not null && !(effect.Low > effect.High),
            FactType.Choice => effect.Choice is not null,
            FactType.Set => effect.In.Count > 0,
            _ => false,
        } ? null : $"'{fact.Code}' cannot be said this way";

    private static CheckOption Option(Entry e)
    {
        var option = new CheckOption(e.Code(), e.Text("text"), [.. e.Entries("sets").Select(Effect)], [.. e.Entries("member").Select(Effect)], e.Flag("none"));
        e.Done();
        return option;
    }

    private static Effect Effect(Entry e)
    {
        var effect = new Effect(e.String("fact"), e.Has("is") ? e.Flag("is") : null, e.OptionalNumber("low"), e.OptionalNumber("high"), e.OptionalString("choice"), e.Strings("in"));
        e.Done();
        return effect;
    }
}
