using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Layar.Cases.Completeness;

/// <summary>The sentence of a refusal. Codes of the kernel and of the gate fall back to this page's own words.</summary>
internal static class RefusalWords
{
    public static string Say(this TextCatalogue texts, Refusal why)
    {
        object?[] values = [.. why.Args.Select(a => a is DateTime at ? Wita.Brief(at) : a)];
        if (texts.Has(why.Code)) return texts[why.Code, values];
        var own = "completeness." + why.Code[(why.Code.IndexOf('.', StringComparison.Ordinal) + 1)..];
        if (texts.Has(own)) return texts[own, values];
        return texts[why.Code == Change.ChangedMeanwhile ? "completeness.changed" : "completeness.refused"];
    }

    /// <summary>Shows the refusal at its field, or above the form.</summary>
    public static void Tell(this ModelStateDictionary state, TextCatalogue texts, Refusal why, string? field = null) =>
        state.AddModelError(field ?? why.Field ?? "", texts.Say(why));
}
