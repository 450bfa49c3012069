using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// <c>&lt;island name="locate" /&gt;</c> asks for <c>wwwroot/js/locate.js</c>; the layout loads each module once, at the
/// end. Fields and buttons of this project ask for their own modules.
/// </summary>
[HtmlTargetElement("island", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Island : TagHelper
{
    public required string Name { get; set; }
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        Ask(ViewContext, Name);
    }

    /// <summary>The same without a tag.</summary>
    public static void Ask(ViewContext view, string name) => Asked(view.HttpContext).Add(name);

    internal static SortedSet<string> Asked(HttpContext http)
    {
        if (http.Items[typeof(Island)] is not SortedSet<string> asked)
            http.Items[typeof(Island)] = asked = new SortedSet<string>(StringComparer.Ordinal);
        return asked;
    }
}

/// <summary>Written once by each layout: the modules that the page asked for.</summary>
[HtmlTargetElement("island-scripts", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IslandScripts(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The key in <c>HttpContext.Items</c> under which the host leaves the nonce of its content security policy.</summary>
    public const string NonceKey = "csp-nonce";

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Of(ViewContext.HttpContext, versions));
    }

    /// <summary>The same without a tag.</summary>
    public static IHtmlContent Of(HttpContext http, IFileVersionProvider versions)
    {
        var scripts = new HtmlContentBuilder();
        foreach (var name in Island.Asked(http))
            scripts.AppendHtml(Element.Of("script")
                .With("type", "module")
                .With("src", versions.AddFileVersionToPath(http.Request.PathBase, $"{http.Request.PathBase}/_content/Layar.Ui/js/{name}.js"))
                .With("nonce", http.Items[NonceKey] as string));
        return scripts;
    }
}
