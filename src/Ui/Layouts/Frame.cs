using System.Globalization;
using System.Text.Encodings.Web;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Ui.Layouts;

/// <summary>What the layouts read from the page (ViewData) and from the host (optional services).</summary>
public sealed class Frame(ViewContext view, TextCatalogue texts)
{
    private readonly HttpContext http = view.HttpContext;

    public IInstanceFace Instance { get; } = view.HttpContext.RequestServices.GetService<IInstanceFace>() ?? new PlainFace(texts);
    public IStaffFace? Staff { get; } = view.HttpContext.RequestServices.GetService<IStaffFace>() is { Name: not null } face ? face : null;
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "id";

    /// <summary><c>ViewData["Title"]</c>, text or key.</summary>
    public string? Title => Said("Title");
    /// <summary><c>ViewData["Head"]</c>: the words in the bar on top; without it the title.</summary>
    public string? Head => Said("Head") ?? Title;
    /// <summary><c>ViewData["Back"]</c>: where the arrow on top leads.</summary>
    public string? Back => view.ViewData["Back"] as string;
    /// <summary><c>ViewData["Step"]</c> and <c>ViewData["Steps"]</c>: the place in a wizard.</summary>
    public int? Step => view.ViewData["Step"] as int?;
    public int? Steps => view.ViewData["Steps"] as int?;
    /// <summary><c>ViewData["Home"] = true</c>: the green head is open and holds the section Hero.</summary>
    public bool Home => view.ViewData["Home"] is true;
    /// <summary><c>ViewData["QuickExit"] = true</c>: Keluar cepat stands on top.</summary>
    public bool QuickExit => view.ViewData["QuickExit"] is true;
    /// <summary><c>ViewData["QuickExit"] = "waits"</c>: it stands ready, hidden until a script shows it.</summary>
    public bool QuickExitWaits => view.ViewData["QuickExit"] is "waits";
    /// <summary><c>ViewData["OnPhone"] = true</c>: the page brings the scripts that keep and send reports itself.</summary>
    public bool OnPhone => view.ViewData["OnPhone"] is true;
    public string? Notice => texts.Has(Told ?? "") ? texts[Told!] : Told;

    private string? Told => OnPhone ? null : view.TempData["Notice"] as string;

    /// <summary>What every page says of itself in its head.</summary>
    public IHtmlContent Meta => new HeadTags(DocumentTitle);

    /// <param name="name">of a style sheet of this project</param>
    public IHtmlContent Style(string name) => new HtmlString($"<link rel=\"stylesheet\" href=\"{Versions.AddFileVersionToPath(http.Request.PathBase, $"{http.Request.PathBase}/_content/Layar.Ui/{name}")}\">");

    /// <summary>The scripts that the page asked for; written last.</summary>
    public IHtmlContent Scripts => IslandScripts.Of(http, Versions);

    private IFileVersionProvider Versions => http.RequestServices.GetRequiredService<IFileVersionProvider>();

    private string DocumentTitle
    {
        get
        {
            var title = string.IsNullOrEmpty(Title) ? Instance.ProductName : $"{Title} · {Instance.ProductName}";
            return view.ViewData.ModelState.IsValid ? title : $"{texts["ui.error"]}: {title}";
        }
    }

    /// <summary>This page in the other language: the same address, so a GET can be shared.</summary>
    public string In(string language)
    {
        var query = http.Request.Query.Where(q => q.Key != "bahasa").SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? ""));
        return http.Request.PathBase + http.Request.Path + new QueryBuilder(query) { { "bahasa", language } }.ToQueryString();
    }

    public async ValueTask<IReadOnlyList<StaffMenuGroup>> MenuAsync()
    {
        var groups = new List<StaffMenuGroup>();
        foreach (var menu in http.RequestServices.GetServices<IStaffMenu>()) groups.AddRange(await menu.ReadAsync(http));
        MaySearch = Staff is not null && groups.Any(g => g.Items.Any(i => i.Href == Staff.SearchedHref));
        return groups;
    }

    /// <summary>Known once the menu was read.</summary>
    public bool MaySearch { get; private set; }

    private string? Said(string key) => view.ViewData[key] switch
    {
        string text when texts.Has(text) => texts[text],
        var other => other?.ToString(),
    };

    private sealed class HeadTags(string title) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => new HtmlPen(writer, encoder).Write($"""
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="theme-color" content="#0b6b5d">
            <meta name="format-detection" content="telephone=no">
            <title>{title}</title>
            <link rel="icon" type="image/svg+xml" href="/_content/Layar.Ui/img/mark.svg">
            """);
    }

    private sealed class PlainFace(TextCatalogue texts) : IInstanceFace
    {
        public string ProductName => texts["ui.product"];
        public string OfficeName => texts["ui.office"];
        public string ShortOffice => texts["ui.office"];
        public string EmergencyPhone => "";
        public string WhatsApp => "";
    }
}
