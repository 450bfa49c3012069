using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Layar.Ui.Components;

/// <summary>A refusal on the page whose form it answers.</summary>
public static class Refused
{
    /// <summary>Every fault at its field, or above the form when it belongs to none.</summary>
    /// <param name="say">the sentence of one fault</param>
    /// <param name="at">name on the page of the field of a fault; the same name when left out</param>
    public static void Show(this ModelStateDictionary state, Refusal why, Func<Refusal, string> say, Func<string?, string?>? at = null)
    {
        foreach (var one in why.All) state.AddModelError((at is null ? one.Field : at(one.Field)) ?? "", say(one));
    }

    /// <summary>The name of a field inside a bound part of the page; what belongs to no field stays above the form.</summary>
    /// <param name="outside">fields, or parts with fields, that stand beside this part</param>
    public static Func<string?, string?> Within(string part, params string[] outside) =>
        field => field is null || outside.Contains(field.Split('.', '[')[0]) ? field : $"{part}.{field}";
}
