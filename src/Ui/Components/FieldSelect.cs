using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>One of many answers in a list, grouped by <see cref="Choice.Group"/>; <c>empty</c> is the first line (text or key).</summary>
[HtmlTargetElement("field-select")]
public sealed class FieldSelect(TextCatalogue texts) : Field(texts)
{
    public required IEnumerable<Choice> Items { get; set; }
    /// <summary>The line shown before a choice is made; an empty text leaves it out.</summary>
    public string Empty { get; set; } = "ui.choose";

    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var select = Input("select", passed);
        if (Empty.Length > 0) select.Add(Element.Of("option", null, Texts.Say(Empty)).With("value", ""));
        foreach (var group in Items.GroupBy(i => i.Group))
        {
            var options = group.Select(Option);
            if (group.Key is null) select.Add(options);
            else select.Add(Element.Of("optgroup", null, options).With("label", Texts.Say(group.Key)));
        }
        return Element.Of("span", "select", select, Icon.Draw("chevron-down"));
    }

    private IHtmlContent Option(Choice item) => Element.Of("option", null, Texts.Say(item.Text)).With("value", item.Value)
        .Flag("selected", string.Equals(item.Value, Shown, StringComparison.OrdinalIgnoreCase))
        .Flag("disabled", !item.Enabled);
}
