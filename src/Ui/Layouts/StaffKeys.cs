using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Ui.Layouts;

/// <summary>The help on keys, the same for everybody in a language: drawn once.</summary>
public static class StaffKeys
{
    private static readonly ConcurrentDictionary<string, HtmlString> Drawn = new();

    public static async ValueTask<IHtmlContent> For(string language, IHtmlHelper html)
    {
        if (Drawn.TryGetValue(language, out var known)) return known;
        using var written = new StringWriter();
        (await html.PartialAsync("/Layouts/_StaffKeys.cshtml")).WriteTo(written, html.ViewContext.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>());
        return Drawn[language] = new HtmlString(written.ToString());
    }
}
