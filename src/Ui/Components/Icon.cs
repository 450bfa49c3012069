using System.Collections.Frozen;
using System.Text.Json;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// <c>&lt;icon name="pencil" /&gt;</c>: an outline icon drawn inside the page, hidden from screen readers unless
/// <c>label</c> (text or key) gives it a meaning of its own. <c>big="true"</c> doubles the size.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon(TextCatalogue texts) : TagHelper
{
    private static readonly FrozenDictionary<string, Drawing> Drawings = Read();

    public required string Name { get; set; }
    public string? Label { get; set; }
    public bool Big { get; set; }

    /// <summary>The names of all icons that pages may use.</summary>
    public static IReadOnlyCollection<string> Names => Drawings.Keys;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Name, texts.Say(Label), Big));
    }

    /// <summary>An icon without a tag.</summary>
    /// <param name="label">its meaning where no words beside it say it: the words themselves, not a key</param>
    public static IHtmlContent Of(string name, string? label = null, bool big = false) => Draw(name, label, big)!;

    internal static IHtmlContent? Draw(string? name, string? label = null, bool big = false)
    {
        if (string.IsNullOrEmpty(name)) return null;
        var (small, large, paths) = Find(name);
        return label is null ? big ? large : small
            : Element.Of("svg", big ? "icon icon-big" : "icon", paths).With("viewBox", "0 0 24 24").With("role", "img").With("aria-label", label);
    }

    /// <exception cref="ArgumentException">no icon has this name</exception>
    internal static IHtmlContent Paths(string name) => Find(name).Paths;

    private static Drawing Find(string name) =>
        Drawings.GetValueOrDefault(name) ?? throw Unknown(name);

    internal static ArgumentException Unknown(string name) => new($"No icon is called {name}; see src/Ui/Icons/tabler.json.", nameof(name));

    private static FrozenDictionary<string, Drawing> Read()
    {
        using var stream = typeof(Icon).Assembly.GetManifestResourceStream("Layar.Ui.Icons.tabler.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!
            .ToFrozenDictionary(d => d.Key, d => new Drawing(Silent("icon", d.Value), Silent("icon icon-big", d.Value), new HtmlString(d.Value)), StringComparer.Ordinal);
    }

    private static HtmlString Silent(string look, string paths) => new($"<svg class=\"{look}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{paths}</svg>");

    /// <summary>An icon as pages show it without a meaning of its own, written once, and its bare paths.</summary>
    private sealed record Drawing(HtmlString Small, HtmlString Large, HtmlString Paths);
}
