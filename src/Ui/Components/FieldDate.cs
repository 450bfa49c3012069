using System.Globalization;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// A day: the browser's own date box, and a plain box taking dd/mm/yyyy where there is none. Bound to <c>DateOnly</c>
/// through <see cref="DayBinder"/>. A date that could not be read is shown again as it was typed.
/// </summary>
[HtmlTargetElement("field-date")]
public sealed class FieldDate(TextCatalogue texts) : Field(texts)
{
    private protected override string OwnHint => Texts["ui.day.hint"];

    private protected override string? Written(object? model) => model switch
    {
        DateOnly day => Iso(day),
        DateTime time => Iso(DateOnly.FromDateTime(time)),
        _ => model?.ToString(),
    };

    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var shown = Shown;
        var readable = DayBinder.TryRead(shown, out var day);
        var native = string.IsNullOrWhiteSpace(shown) || readable;
        return Input("input", [], "input input-short").With("type", native ? "date" : "text")
            .With("value", readable ? Iso(day) : shown)
            .With("placeholder", native ? null : "dd/mm/yyyy").Pass(passed);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
