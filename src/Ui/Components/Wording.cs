using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

internal static class Wording
{
    /// <summary>A key becomes its text; anything else is already a text.</summary>
    public static string? Say(this TextCatalogue texts, string? keyOrText) =>
        keyOrText is null ? null : texts.Find(keyOrText) ?? keyOrText;

    /// <summary>Turns the author's tag into an HTML element, keeping the attributes and classes written on it.</summary>
    public static void Become(this TagHelperOutput output, string name, string? cssClass)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (cssClass is null) return;
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", own is null ? cssClass : $"{cssClass} {own}");
    }

    public static void Set(this TagHelperOutput output, string attribute, string? value)
    {
        if (value is not null) output.Attributes.SetAttribute(attribute, value);
    }

    /// <summary><c>pill</c> and <c>teal</c> make <c>pill pill-teal</c>.</summary>
    public static string Toned(string block, string? tone) =>
        string.IsNullOrEmpty(tone) ? block : $"{block} {block}-{tone}";
}
