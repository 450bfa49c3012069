using System.Globalization;
using Layar.Cases.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Layar.Cases.Workflow;

/// <summary>The sentence of a refusal beside its field.</summary>
internal static class RefusalWords
{
    public static string Say(this TextCatalogue texts, Refusal why) => texts[why.Code, [.. why.Args.Select(a => a switch
    {
        DateTime at => Wita.Full(at),
        string kind when texts.HasDid(kind) => texts.Did(kind).ToLower(CultureInfo.CurrentCulture),
        CaseStep step => texts[$"cases.step.{step}"],
        _ => a,
    })]];

    /// <summary>Shows every fault at its field, or above the form.</summary>
    public static void Tell(this ModelStateDictionary state, TextCatalogue texts, Refusal why, string? field = null) =>
        state.Show(why, texts.Say, own => field ?? own);
}
