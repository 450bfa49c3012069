using System.Text.Encodings.Web;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// <c>&lt;error-summary /&gt;</c> on top of a form: "Ada masalah" with a link to each wrong field, in the same words as the
/// field and in the order of the fields. Writes nothing when all is well. The browser's own autofocus moves the focus to it, without a script.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummary(TextCatalogue texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }
        output.Become("div", "errors");
        output.Set("role", "alert");
        output.Set("tabindex", "-1");
        output.Set("aria-labelledby", "errors-title");
        output.Attributes.Add(new TagHelperAttribute("autofocus"));
        output.Content.AppendHtml(Element.Of("h2", null, texts["ui.error.title"]).With("id", "errors-title"));
        output.Content.AppendHtml(new WhenWritten(() => Element.Of("ul", null, state
            .SelectMany(entry => entry.Value!.Errors.Take(1), (entry, error) => (entry.Key, error.ErrorMessage))
            .OrderBy(fault => FieldOrder.Of(ViewContext, fault.Key)).Select(fault => Line(fault.Key, fault.ErrorMessage)))));
    }

    private IHtmlContent Line(string field, string message)
    {
        var words = texts.Say(string.IsNullOrEmpty(message) ? "ui.error.value" : message);
        return Element.Of("li", null, field.Length == 0
            ? Element.Of("strong", null, words)
            : Element.Of("a", null, words).With("href", "#" + TagBuilder.CreateSanitizedId(field, "_")));
    }

    /// <summary>Made when the page is sent: only then it is known in which order its fields stand.</summary>
    private sealed class WhenWritten(Func<IHtmlContent> make) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => make().WriteTo(writer, encoder);
    }
}
