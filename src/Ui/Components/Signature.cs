using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// A signature drawn with a finger, posted as a PNG data URL in a hidden input. Without scripts nothing shows, so the page
/// offers a <c>field-file</c> or a "tidak bisa tanda tangan" choice beside it: the keyboard needs it too.
/// </summary>
[HtmlTargetElement("field-signature")]
public sealed class FieldSignature(TextCatalogue texts) : Field(texts)
{
    private protected override bool IsGroup => true;

    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        Island.Ask(ViewContext, "signature-pad");
        return Element.Of("div", null,
                Element.Of("input").With("type", "hidden").With("name", FullName).With("value", Shown).Pass(passed),
                Element.Of("canvas", "signature").With("id", Id).With("role", "img").With("aria-label", Texts["ui.signature.area"]),
                Element.Of("button", "button button-quiet button-small", Texts["ui.signature.clear"]).With("type", "button"))
            .With("data-signature", "").Flag("hidden", true);
    }
}
