using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Layar.Cases.Completeness;

/// <summary>The sentence of a refusal beside its field.</summary>
internal static class RefusalWords
{
    public static string Say(this TextCatalogue texts, Refusal why) => texts[why.Code, [.. why.Args.Select(a => a switch
    {
        DateTime at => Wita.Brief(at),
        string kind when texts.Has($"cases.did.{kind}") => texts[$"cases.did.{kind}"],
        _ => a,
    })]];

    /// <summary>Shows the refusal at its field, or above the form.</summary>
    public static void Tell(this ModelStateDictionary state, TextCatalogue texts, Refusal why, string? field = null) =>
        state.AddModelError(field ?? why.Field ?? "", texts.Say(why));
}
