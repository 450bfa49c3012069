using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary><c>&lt;notice tone="amber" icon="cloud-off"&gt;…&lt;/notice&gt;</c>; tones: teal, amber, red, blue, or none.</summary>
[HtmlTargetElement("notice")]
public sealed class Notice(TextCatalogue texts) : TagHelper
{
    public string? Tone { get; set; }
    public string? Icon { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("div", Wording.Toned("notice", Tone));
        var icon = Icon ?? Tone switch { "red" => "alert-circle", "amber" => "alert-triangle", "teal" => "circle-check", _ => "info-circle" };
        output.Content.SetHtmlContent(Components.Icon.Draw(icon)!);
        var title = Title is null ? null : Element.Of("strong", "notice-title", texts.Say(Title));
        output.Content.AppendHtml(Element.Of("div", "notice-body", title, texts.Say(Text), inside));
    }
}

/// <summary>What a list says when there is nothing in it: why, and what to do next (inside the tag).</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyState(TextCatalogue texts) : TagHelper
{
    public string Icon { get; set; } = "inbox";
    public required string Title { get; set; }
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("div", "empty");
        output.Content.SetHtmlContent(Components.Icon.Draw(Icon)!);
        output.Content.AppendHtml(Element.Of("p", "empty-title", texts.Say(Title)));
        if (Text is not null) output.Content.AppendHtml(Element.Of("p", null, texts.Say(Text)));
        output.Content.AppendHtml(inside);
    }
}

/// <summary>Keyset paging: the page knows only its neighbours. Writes nothing when there are none; an empty address is none.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Pager(TextCatalogue texts) : TagHelper
{
    public string? Previous { get; set; }
    public string? Next { get; set; }
    /// <summary>Words in the middle, such as "50 baris"; text or key.</summary>
    public string? Summary { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of(texts, Previous, Next, texts.Say(Summary)) is { } drawn)
        {
            output.TagName = null;
            output.Content.SetHtmlContent(drawn);
        }
        else output.SuppressOutput();
    }

    /// <summary>The same without a tag.</summary>
    /// <param name="summary">the words themselves, not a key</param>
    /// <returns>null when there are no neighbours</returns>
    public static IHtmlContent? Of(TextCatalogue texts, string? previous, string? next, string? summary) => string.IsNullOrEmpty(previous) && string.IsNullOrEmpty(next)
        ? null
        : Element.Of("nav", "pager", Link(texts, previous, "prev", "ui.pager.previous", "arrow-left"), Element.Of("span", "muted", summary),
            Link(texts, next, "next", "ui.pager.next", "arrow-right")).With("aria-label", texts["ui.pager"]);

    private static Element Link(TextCatalogue texts, string? href, string rel, string key, string icon) => string.IsNullOrEmpty(href)
        ? Element.Of("span")
        : Element.Of("a", "button button-plain", rel == "prev" ? Icon.Draw(icon) : null, Element.Of("span", null, texts[key]),
            rel == "next" ? Icon.Draw(icon) : null).With("href", href).With("rel", rel);
}

/// <summary>A line of a checklist: <c>state</c> is done, missing (amber), refused (red) or open (grey).</summary>
[HtmlTargetElement("check-item")]
public sealed class CheckItem(TextCatalogue texts) : TagHelper
{
    public string State { get; set; } = "done";
    public required string Text { get; set; }
    public string? Note { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var (tone, icon) = State switch
        {
            "missing" => ("amber", "alert-circle"),
            "refused" => ("red", "circle-x"),
            "open" => ("grey", "circle-dashed"),
            _ => ((string?)null, "circle-check"),
        };
        output.Become("li", Wording.Toned("check-item", tone));
        output.Content.SetHtmlContent(Icon.Draw(icon)!);
        var note = Note is null ? null : Element.Of("small", null, " ", texts.Say(Note));
        output.Content.AppendHtml(Element.Of("span", null, texts.Say(Text), note, inside));
    }
}
