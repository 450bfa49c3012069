using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Layar.Testing;

/// <summary>
/// A person with a plain browser: opens pages, fills forms by label, presses buttons by their text. Sends what a browser
/// would send, antiforgery token included.
/// </summary>
public sealed class Visitor(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public HttpClient Http => http;

    public async Task<Page> Open(string path)
    {
        var answer = await http.GetAsync(path);
        return await Page.Of(this, path, answer);
    }

    public async Task<Page> Send(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        return await Page.Of(this, path, await http.SendAsync(request));
    }

    public void Dispose() => http.Dispose();
}

/// <summary>An answer and its parsed HTML.</summary>
public sealed class Page
{
    private Page(Visitor visitor, string path, HttpResponseMessage answer, string text, IHtmlDocument document) =>
        (Visitor, Path, Answer, Text, Document) = (visitor, path, answer, text, document);

    public Visitor Visitor { get; }

    public string Path { get; }

    public HttpResponseMessage Answer { get; }

    public HttpStatusCode Status => Answer.StatusCode;

    public string Text { get; }

    public IHtmlDocument Document { get; }

    public string Title => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string? Location => Answer.Headers.Location?.OriginalString;

    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".errors a, .errors li").Select(e => e.TextContent.Trim()).Distinct()];

    internal static async Task<Page> Of(Visitor visitor, string path, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var parser = BrowsingContext.New(Configuration.Default);
        var html = answer.Content.Headers.ContentType?.MediaType == "text/html" ? text : "";
        var document = (IHtmlDocument)await parser.OpenAsync(r => r.Content(html));
        return new Page(visitor, path, answer, text, document);
    }

    /// <summary>Opens where the answer points to, until a page comes.</summary>
    public async Task<Page> Follow()
    {
        var page = this;
        for (var i = 0; i < 5 && (int)page.Status is >= 300 and < 400; i++) page = await page.Visitor.Open(page.Location!);
        return page;
    }

    /// <param name="containing">words in it, or its id</param>
    public Form Form(string? containing = null)
    {
        var form = Document.QuerySelectorAll<IHtmlFormElement>("form")
            .FirstOrDefault(f => f.Method == "post" && (containing is null || f.Id == containing || f.TextContent.Contains(containing, StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"No form {containing} on {Path} ({Status}): {Title}");
        return new Form(this, form);
    }
}

/// <summary>A form being filled.</summary>
public sealed class Form(Page page, IHtmlFormElement form)
{
    private readonly Dictionary<string, List<string>> values = Initial(form);
    private readonly List<(string Name, string File, string Type, byte[] Bytes)> files = [];

    /// <summary>Sets the field by its name.</summary>
    public Form Set(string name, params string[] value)
    {
        values[name] = [.. value];
        return this;
    }

    /// <summary>Sets the field that this label names, as a person would find it.</summary>
    public Form Fill(string label, string value)
    {
        var found = form.QuerySelectorAll<IHtmlLabelElement>("label").FirstOrDefault(l => l.TextContent.Trim().StartsWith(label, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"No label '{label}' on {page.Path}.");
        var control = form.QuerySelector("#" + found.HtmlFor) ?? throw new InvalidOperationException($"Label '{label}' names no field.");
        if (control is IHtmlInputElement { Type: "radio" or "checkbox" } choice) values[choice.Name!] = [choice.Value];
        else values[control.GetAttribute("name")!] = [value];
        return this;
    }

    /// <summary>The first value that can be chosen for this name.</summary>
    public string Option(string name) =>
        form.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']").Select(i => i.Value)
            .Concat(form.QuerySelectorAll<IHtmlOptionElement>($"select[name='{name}'] option").Select(o => o.Value)).First(v => v.Length > 0);

    public Form Choose(string label) => Fill(label, "");

    public Form Attach(string name, string file, string type, byte[] bytes)
    {
        files.Add((name, file, type, bytes));
        return this;
    }

    /// <summary>Presses the button with this text.</summary>
    /// <param name="value">sent in place of the button's own</param>
    public async Task<Page> Press(string text, string? value = null)
    {
        var button = form.Elements.OfType<IHtmlButtonElement>().FirstOrDefault(b => b.TextContent.Trim().Contains(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"No button '{text}' on {page.Path}.");
        if (button.Name is { Length: > 0 } name) values[name] = [value ?? button.Value];
        var target = button.GetAttribute("formaction") ?? form.GetAttribute("action");
        return await page.Visitor.Send(string.IsNullOrEmpty(target) ? page.Path : target, Content());
    }

    private HttpContent Content()
    {
        if (files.Count == 0 && form.GetAttribute("enctype") != "multipart/form-data")
            return new FormUrlEncodedContent(values.SelectMany(v => v.Value.Select(x => KeyValuePair.Create(v.Key, x))));
        var content = new MultipartFormDataContent();
        foreach (var (name, list) in values)
            foreach (var value in list) content.Add(new StringContent(value), name);
        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Bytes);
            part.Headers.ContentType = new(file.Type);
            content.Add(part, file.Name, file.File);
        }
        return content;
    }

    private static Dictionary<string, List<string>> Initial(IHtmlFormElement form)
    {
        var values = new Dictionary<string, List<string>>();
        foreach (var control in form.QuerySelectorAll("input,textarea,select"))
        {
            var name = control.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || control.HasAttribute("disabled")) continue;
            var value = control switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.IsChecked ? choice.Value : null,
                IHtmlInputElement { Type: "file" or "submit" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is null) continue;
            if (!values.TryGetValue(name, out var list)) values[name] = list = [];
            list.Add(value);
        }
        return values;
    }
}
