using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// <c>&lt;card title="cases.person"&gt;…&lt;/card&gt;</c>: a section with a heading. Tones: amber and red (coloured edge, for a
/// question or a danger), teal (washed). <c>link-href</c> with <c>link-text</c> puts a link beside the title.
/// </summary>
[HtmlTargetElement("card")]
public sealed class Card(TextCatalogue texts) : TagHelper
{
    public string? Title { get; set; }
    public string? Icon { get; set; }
    public string? Tone { get; set; }
    public string? LinkHref { get; set; }
    public string? LinkText { get; set; }
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("section", Wording.Toned("card", Tone));
        if (Title is not null)
        {
            var id = $"card-{(ViewContext?.HttpContext is { } http ? Next(http.Items) : 1)}";
            output.Set("aria-labelledby", id);
            var link = LinkHref is null ? null : Element.Of("a", null, texts.Say(LinkText)).With("href", LinkHref);
            output.Content.AppendHtml(Element.Of("div", "card-head",
                Element.Of("h2", "card-title", Components.Icon.Draw(Icon), texts.Say(Title)).With("id", id), link));
        }
        output.Content.AppendHtml(inside);
    }

    // The unique id of a tag is that of its place in the source: a card in a loop would share it.
    private static int Next(IDictionary<object, object?> items)
    {
        var number = items.TryGetValue(typeof(Card), out var last) ? (int)last! + 1 : 1;
        items[typeof(Card)] = number;
        return number;
    }
}

/// <summary>A list of label and value: <c>&lt;kv-list&gt;&lt;kv label="Nama"&gt;Aminah&lt;/kv&gt;&lt;/kv-list&gt;</c>.</summary>
[HtmlTargetElement("kv-list")]
public sealed class KvList : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("dl", "kvs");

    /// <summary>The same without tags, for values that are plain words.</summary>
    /// <param name="lines">key of the label and value; lines without a value are left out</param>
    public static IHtmlContent Of(TextCatalogue texts, params (string Label, string? Value)[] lines) => Element.Of("dl", "kvs", lines.Where(l => l.Value is not null)
        .Select(IHtmlContent (l) => Element.Of("div", "kv", Element.Of("dt", null, texts[l.Label]), Element.Of("dd", null, l.Value))));
}

/// <summary>One line of a <c>kv-list</c>.</summary>
[HtmlTargetElement("kv")]
public sealed class Kv(TextCatalogue texts) : TagHelper
{
    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("div", "kv");
        output.Content.SetHtmlContent(Element.Of("dt", null, texts.Say(Label)));
        output.Content.AppendHtml(Element.Of("dd", null, inside));
    }
}

/// <summary>A square way into a service on the citizen's home, inside <c>nav.tiles</c>.</summary>
[HtmlTargetElement("tile")]
public sealed class Tile(TextCatalogue texts) : TagHelper
{
    public required string Href { get; set; }
    public required string Icon { get; set; }
    public required string Text { get; set; }
    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("a", Wording.Toned("tile", Tone));
        output.Set("href", Href);
        output.Content.SetHtmlContent(Element.Of("span", "tile-face", Components.Icon.Draw(Icon)));
        output.Content.AppendHtml(Element.Of("span", null, texts.Say(Text)));
    }
}

/// <summary>A figure: <c>&lt;metric label="..." value="86,2%" note="sasaran ≥ 71%" tone="teal" /&gt;</c>.</summary>
[HtmlTargetElement("metric")]
public sealed class Metric(TextCatalogue texts) : TagHelper
{
    public required string Label { get; set; }
    public required string Value { get; set; }
    public string? Note { get; set; }
    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", Wording.Toned("metric", Tone));
        output.Content.SetHtmlContent(Element.Of("p", "metric-label", texts.Say(Label)));
        output.Content.AppendHtml(Element.Of("p", "metric-value", texts.Say(Value)));
        if (Note is not null) output.Content.AppendHtml(Element.Of("p", "metric-note", texts.Say(Note)));
    }
}
