using System.Globalization;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>A small whole number; minus and plus buttons appear when scripts run. Bounds are checked by the page.</summary>
[HtmlTargetElement("field-number")]
public sealed class FieldNumber(TextCatalogue texts) : Field(texts)
{
    public int Min { get; set; }
    public int Max { get; set; } = 999;

    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        Island.Ask(ViewContext, "stepper");
        var input = Input("input", [])
            .With("type", "text").With("inputmode", "numeric").With("autocomplete", "off")
            .With("value", Shown).Pass(passed);
        return Element.Of("div", "stepper", Button("-1", "minus", "ui.number.less"), input, Button("1", "plus", "ui.number.more"))
            .With("data-stepper", "").With("data-min", Plain(Min)).With("data-max", Plain(Max));
    }

    private Element Button(string by, string icon, string key) =>
        Element.Of("button", "stepper-button", Icon.Draw(icon)).With("type", "button").With("data-by", by)
            .With("aria-label", Texts[key]).With("aria-controls", Id).Flag("hidden", true);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
