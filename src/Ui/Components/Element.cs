using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// One HTML element; every plain string given to it is encoded when it is written. Pages have hundreds of them: it keeps what it is given and builds nothing.
/// </summary>
internal sealed class Element : IHtmlContent
{
    private readonly string name;
    private readonly object?[] first;
    private List<object?>? more;
    private List<(string Name, object? Value)>? attributes;

    private Element(string name, object?[] children) => (this.name, first) = (name, Now(children));

    public static Element Of(string name, string? cssClass = null, params object?[] children) =>
        new Element(name, children).With("class", cssClass);

    public Element With(string attribute, string? value)
    {
        if (value is not null) (attributes ??= []).Add((attribute, value));
        return this;
    }

    public Element Flag(string attribute, bool on)
    {
        if (on) (attributes ??= []).Add((attribute, null));
        return this;
    }

    /// <summary>Attributes the page author wrote that no property names: they win over those given before.</summary>
    public Element Pass(IEnumerable<TagHelperAttribute> passed)
    {
        foreach (var attribute in passed)
        {
            attributes?.RemoveAll(a => a.Name.Equals(attribute.Name, StringComparison.OrdinalIgnoreCase));
            (attributes ??= []).Add((attribute.Name, attribute));
        }
        return this;
    }

    public Element Add(params object?[] children)
    {
        (more ??= []).AddRange(Now(children));
        return this;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        if (attributes is not null) foreach (var (attribute, value) in attributes) Write(writer, encoder, attribute, value);
        writer.Write('>');
        if (name is "input" or "img" or "br" or "hr") return;
        foreach (var child in first) Write(writer, encoder, child);
        if (more is not null) foreach (var child in more) Write(writer, encoder, child);
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }

    /// <summary>A row of elements is made now: what its maker reads may be another when the page is written.</summary>
    private static object?[] Now(object?[] children)
    {
        for (var i = 0; i < children.Length; i++)
            if (children[i] is not (null or string or IHtmlContent) && children[i] is IEnumerable<IHtmlContent> many) children[i] = many.ToList();
        return children;
    }

    private static void Write(TextWriter writer, HtmlEncoder encoder, string attribute, object? value)
    {
        writer.Write(' ');
        if (value is TagHelperAttribute passed)
        {
            passed.WriteTo(writer, encoder);
            return;
        }
        writer.Write(attribute);
        if (value is null) return;
        writer.Write("=\"");
        encoder.Encode(writer, (string)value);
        writer.Write('"');
    }

    private static void Write(TextWriter writer, HtmlEncoder encoder, object? child)
    {
        switch (child)
        {
            case null: break;
            case string text: encoder.Encode(writer, text); break;
            case IHtmlContent html: html.WriteTo(writer, encoder); break;
            case List<IHtmlContent> many: foreach (var one in many) one.WriteTo(writer, encoder); break;
            default: encoder.Encode(writer, child.ToString() ?? ""); break;
        }
    }
}
