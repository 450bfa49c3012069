using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>One HTML element; every plain string given to it is encoded when it is written.</summary>
internal sealed class Element(string name) : IHtmlContent
{
    private static readonly HashSet<string> Void = ["input", "img", "br", "hr"];
    private readonly List<TagHelperAttribute> attributes = [];
    private readonly HtmlContentBuilder content = new();

    public static Element Of(string name, string? cssClass = null, params object?[] children) =>
        new Element(name).With("class", cssClass).Add(children);

    public Element With(string attribute, string? value)
    {
        if (value is not null) attributes.Add(new TagHelperAttribute(attribute, value));
        return this;
    }

    public Element Flag(string attribute, bool on)
    {
        if (on) attributes.Add(new TagHelperAttribute(attribute));
        return this;
    }

    /// <summary>Attributes the page author wrote that no property names: they win over those given before.</summary>
    public Element Pass(IEnumerable<TagHelperAttribute> passed)
    {
        foreach (var attribute in passed)
        {
            attributes.RemoveAll(a => a.Name.Equals(attribute.Name, StringComparison.OrdinalIgnoreCase));
            attributes.Add(attribute);
        }
        return this;
    }

    public Element Add(params object?[] children)
    {
        foreach (var child in children)
        {
            if (child is IHtmlContent html) content.AppendHtml(html);
            else if (child is IEnumerable<IHtmlContent> many) foreach (var one in many) content.AppendHtml(one);
            else if (child is not null) content.Append(child.ToString());
        }
        return this;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        foreach (var attribute in attributes)
        {
            writer.Write(' ');
            attribute.WriteTo(writer, encoder);
        }
        writer.Write('>');
        if (Void.Contains(name)) return;
        content.WriteTo(writer, encoder);
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }
}
