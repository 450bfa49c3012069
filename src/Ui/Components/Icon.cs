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
    private static readonly FrozenDictionary<string, string> Drawings = Read();

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

    internal static IHtmlContent? Draw(string? name, string? label = null, bool big = false)
    {
        if (string.IsNullOrEmpty(name)) return null;
        var svg = Element.Of("svg", big ? "icon icon-big" : "icon", new HtmlString(Drawing(name))).With("viewBox", "0 0 24 24");
        return label is null ? svg.With("aria-hidden", "true") : svg.With("role", "img").With("aria-label", label);
    }

    private static string Drawing(string name) =>
        Drawings.GetValueOrDefault(name) ?? throw new ArgumentException($"No icon is called {name}; see src/Ui/Icons/tabler.json.", nameof(name));

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(Icon).Assembly.GetManifestResourceStream("Layar.Ui.Icons.tabler.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
