using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Tests;

/// <summary>Runs one tag as Razor would and reads the HTML that comes out.</summary>
internal sealed class Rendering
{
    public static readonly TextCatalogue Texts = new([typeof(UiModule).Assembly]);
    private readonly EmptyModelMetadataProvider metadata = new();

    public Rendering()
    {
        View = new ViewContext { HttpContext = new DefaultHttpContext(), ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()) };
    }

    public ViewContext View { get; }
    public ModelStateDictionary State => View.ViewData.ModelState;

    public ModelExpression For<T>(string name, T? value) =>
        new(name, new ModelExplorer(metadata, metadata.GetMetadataForType(typeof(T)), value));

    public Rendering Typed(string field, string value, string? error = null)
    {
        State.SetModelValue(field, value, value);
        if (error is not null) State.AddModelError(field, error);
        return this;
    }

    public string Html(TagHelper tag, string inside = "", params (string Name, string Value)[] attributes) => Written(Run(tag, inside, attributes));

    /// <summary>A page of several tags: all have run before the first is written, as Razor does it.</summary>
    public IHtmlDocument Page(TagHelper first, IReadOnlyList<TagHelper> others)
    {
        var all = new[] { first }.Concat(others).Select(t => Run(t, "", [])).ToList();
        return new HtmlParser().ParseDocument(string.Concat(all.Select(Written)));
    }

    private TagHelperOutput Run(TagHelper tag, string inside, (string Name, string Value)[] attributes)
    {
        if (tag is Field field) field.ViewContext = View;
        var given = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var context = new TagHelperContext("tag", given, new Dictionary<object, object>(), "id1");
        var output = new TagHelperOutput("tag", given, (_, _) =>
        {
            var content = new DefaultTagHelperContent();
            content.SetHtmlContent(inside);
            return Task.FromResult<TagHelperContent>(content);
        });
        tag.Init(context);
        tag.ProcessAsync(context, output).GetAwaiter().GetResult();
        return output;
    }

    private static string Written(TagHelperOutput output)
    {
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public IHtmlDocument Page(TagHelper tag, string inside = "", params (string, string)[] attributes) =>
        new HtmlParser().ParseDocument(Html(tag, inside, attributes));
}
