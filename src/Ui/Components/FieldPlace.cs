using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary><c>&lt;field-place name="Chosen" /&gt;</c> where a page draws a field itself: its errors are summed up at this place. Writes nothing.</summary>
[HtmlTargetElement("field-place", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldPlace : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        FieldOrder.Note(ViewContext, Name);
        output.SuppressOutput();
    }
}
