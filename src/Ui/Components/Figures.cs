using System.Globalization;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>A bar of a ranking in <c>ul.bars</c>; <c>of</c> is the longest bar of the list.</summary>
[HtmlTargetElement("bar-item")]
public sealed class BarItem(TextCatalogue texts) : TagHelper
{
    public required string Label { get; set; }
    public required decimal Value { get; set; }
    public required decimal Of { get; set; }
    /// <summary>The figure as it is read; without it the value.</summary>
    public string? Text { get; set; }
    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var share = Of <= 0 ? 0 : Math.Clamp(Value / Of * 100, 0, 100);
        output.Become("li", "bar-item");
        output.Content.SetHtmlContent(Element.Of("span", null, texts.Say(Label)));
        output.Content.AppendHtml(Element.Of("svg", null, Element.Of("rect", Wording.Toned("bar-fill", Tone))
            .With("width", share.ToString("0.##", CultureInfo.InvariantCulture) + "%").With("height", "16").With("rx", "3"))
            .With("aria-hidden", "true"));
        output.Content.AppendHtml(Element.Of("strong", null, Text ?? Value.ToString("N0", CultureInfo.CurrentCulture)));
    }
}

/// <summary>Round initials of a person: <c>&lt;avatar name="Aminah binti Hasan" big="true" /&gt;</c>.</summary>
[HtmlTargetElement("avatar")]
public sealed class Avatar : TagHelper
{
    public required string Name { get; set; }
    public bool Big { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", Big ? "avatar avatar-big" : "avatar");
        output.Set("aria-hidden", "true");
        output.Content.SetContent(Initials(Name));
    }

    /// <summary>First letters of the first two words; one word is enough, as many Indonesian names have only one.</summary>
    public static string Initials(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0])).Take(2).Select(w => char.ToUpperInvariant(w[0])));
}

/// <summary>The boat of Layar; decoration beside the name.</summary>
[HtmlTargetElement("brand-mark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BrandMark : TagHelper
{
    /// <summary>The same without a tag.</summary>
    public static readonly IHtmlContent Drawn = new HtmlString("""
        <svg class="brand-mark" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="20" fill="#fff"/><path fill="#0b6b5d" d="M19 7.5V26H9.5Z"/><path fill="#f2a900" d="M21.5 10.5 30 26h-8.5Z"/><path fill="none" stroke="#0b6b5d" stroke-width="2" stroke-linecap="round" d="M8.5 30.5q3.8-2.6 7.6 0t7.7 0 7.7 0"/></svg>
        """);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Drawn);
    }
}

/// <summary>The thin sasirangan band on top of a page.</summary>
[HtmlTargetElement("band", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Band : TagHelper
{
    private static readonly HtmlString Diamonds = new("""
        <defs><pattern id="sasirangan" width="20" height="8" patternUnits="userSpaceOnUse"><path fill="#0a5248" d="M0 0h20v8H0z"/><path fill="none" stroke="#f2a900" stroke-width="1.2" d="M0 0l10 8L20 0M0 8 10 0l10 8M-5 4 0 8l5-4M15 4l5 4 5-4"/></pattern></defs><rect width="100%" height="8" fill="url(#sasirangan)"/>
        """);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("svg", "band");
        output.Set("aria-hidden", "true");
        output.Content.SetHtmlContent(Diamonds);
    }
}
