using System.Collections.Frozen;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Layar.Ui.Components;

/// <summary>
/// The icons of a long list: each is drawn once, where the sheet itself is written (after the rows), and the rows point to
/// it. A list of fifty rows is a fifth smaller by that.
/// </summary>
public sealed class IconSheet : IHtmlContent
{
    private static readonly FrozenDictionary<string, HtmlString> Pointers = Icon.Names.ToFrozenDictionary(
        n => n, n => new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-{n}\"/></svg>"), StringComparer.Ordinal);

    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>A silent icon of the usual size.</summary>
    /// <exception cref="ArgumentException">no icon has this name</exception>
    public IHtmlContent Of(string name)
    {
        if (!Pointers.TryGetValue(name, out var pointer)) throw Icon.Unknown(name);
        used.Add(name);
        return pointer;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (used.Count == 0) return;
        writer.Write("<svg hidden aria-hidden=\"true\">");
        foreach (var name in used)
        {
            writer.Write($"<symbol id=\"i-{name}\" viewBox=\"0 0 24 24\">");
            Icon.Paths(name).WriteTo(writer, encoder);
            writer.Write("</symbol>");
        }
        writer.Write("</svg>");
    }
}
