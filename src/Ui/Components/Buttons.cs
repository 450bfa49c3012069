using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// Sends a form: <c>&lt;submit-button text="cases.forward" icon="check" data-key="1" /&gt;</c>. Tones: none (the one main
/// act), second, plain, danger, quiet. <c>data-key</c> lets the keyboard of staff lists press it.
/// </summary>
[HtmlTargetElement("submit-button")]
public sealed class SubmitButton(TextCatalogue texts) : TagHelper
{
    public required string Text { get; set; }
    public string? Icon { get; set; }
    public string? Tone { get; set; }
    public string? Name { get; set; }
    public string? Value { get; set; }
    public bool Wide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("button", Wording.Toned("button", Tone) + (Wide ? " button-wide" : ""));
        output.Set("type", "submit");
        output.Set("name", Name);
        output.Set("value", Value);
        ButtonFace.Fill(output, texts, Icon, Text);
    }

    /// <summary>The same without a tag.</summary>
    /// <param name="text">the words themselves, not a key</param>
    public static IHtmlContent Of(string text, string? tone = null) => Element.Of("button", Wording.Toned("button", tone), Element.Of("span", null, text)).With("type", "submit");
}

/// <summary>A link that looks like a button: <c>&lt;link-button href="/lapor" text="..." icon="pencil" wide="true" /&gt;</c>.</summary>
[HtmlTargetElement("link-button")]
public sealed class LinkButton(TextCatalogue texts) : TagHelper
{
    public required string Href { get; set; }
    public required string Text { get; set; }
    public string? Icon { get; set; }
    public string? Tone { get; set; }
    public bool Wide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("a", Wording.Toned("button", Tone) + (Wide ? " button-wide" : ""));
        output.Set("href", Href);
        ButtonFace.Fill(output, texts, Icon, Text);
    }

    /// <summary>The same without a tag.</summary>
    /// <param name="text">the words themselves, not a key</param>
    public static IHtmlContent Of(string href, string text, string? icon = null, string? tone = null) =>
        Element.Of("a", Wording.Toned("button", tone), Components.Icon.Draw(icon), Element.Of("span", null, text)).With("href", href);
}

/// <summary>Copies <c>value</c>; shown only when scripts run.</summary>
[HtmlTargetElement("copy-button")]
public sealed class CopyButton(TextCatalogue texts) : TagHelper
{
    public required string Value { get; set; }
    public string Text { get; set; } = "ui.copy";
    public string Tone { get; set; } = "second";
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Island.Ask(ViewContext, "copy");
        output.Become("button", Wording.Toned("button", Tone));
        output.Set("type", "button");
        output.Set("data-copy", Value);
        output.Set("data-text-done", texts["ui.copy.done"]);
        output.Attributes.Add(new TagHelperAttribute("hidden"));
        ButtonFace.Fill(output, texts, "copy", Text);
    }
}

/// <summary>Fills three inputs from the phone's position; shown only when scripts run.</summary>
[HtmlTargetElement("locate-button")]
public sealed class LocateButton(TextCatalogue texts) : TagHelper
{
    /// <summary>Names of the inputs for latitude, longitude (degrees) and accuracy (metres).</summary>
    public string Latitude { get; set; } = "Latitude";
    public string Longitude { get; set; } = "Longitude";
    public string Accuracy { get; set; } = "Accuracy";
    public string Text { get; set; } = "ui.locate";
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Island.Ask(ViewContext, "locate");
        output.Become("div", "locate");
        output.Set("data-locate", "");
        output.Set("data-latitude", Latitude);
        output.Set("data-longitude", Longitude);
        output.Set("data-accuracy", Accuracy);
        foreach (var word in (string[])["busy", "done", "denied", "timeout"]) output.Set($"data-text-{word}", texts[$"ui.locate.{word}"]);
        output.Attributes.Add(new TagHelperAttribute("hidden"));
        output.Content.AppendHtml(Element.Of("button", "button button-second button-wide", Icon.Draw("current-location"),
            Element.Of("span", null, texts.Say(Text))).With("type", "button"));
        output.Content.AppendHtml(Element.Of("p", "file-note").With("role", "status"));
    }
}

internal static class ButtonFace
{
    public static void Fill(TagHelperOutput output, TextCatalogue texts, string? icon, string text)
    {
        if (Icon.Draw(icon) is { } drawing) output.Content.AppendHtml(drawing);
        output.Content.AppendHtml(Element.Of("span", null, texts.Say(text)));
        if (output.Attributes["data-key"]?.Value?.ToString() is { } key)
            output.Content.AppendHtml(Element.Of("kbd", "key", key).With("aria-hidden", "true"));
    }
}
