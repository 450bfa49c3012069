using System.Globalization;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// Photos or files. Photos (<c>accept</c> begins with image) are made smaller on the phone before they are sent; without
/// scripts the browser's own file box sends them as they are. The form needs <c>enctype="multipart/form-data"</c>.
/// </summary>
[HtmlTargetElement("field-file")]
public sealed class FieldFile(TextCatalogue texts) : Field(texts)
{
    public string Accept { get; set; } = "image/*";
    /// <summary><c>environment</c> opens the camera at once; leave it out to let people pick from the gallery.</summary>
    public string? Capture { get; set; }
    public bool Multiple { get; set; }
    public int MaxFiles { get; set; } = 5;
    /// <summary>The words on the button; text or key.</summary>
    public string? Text { get; set; }

    private bool IsPhoto => Accept.StartsWith("image", StringComparison.Ordinal);

    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        Island.Ask(ViewContext, "photo-shrink");
        var input = Input("input", [], "file-input").With("type", "file").With("accept", Accept)
            .With("capture", Capture).Flag("multiple", Multiple).Pass(passed);
        var text = Texts.Say(Text) ?? Texts[IsPhoto ? "ui.file.take" : "ui.file.pick"];
        var face = Element.Of("label", "file-face", Icon.Draw(IsPhoto ? "camera" : "paperclip"), text).With("for", Id).With("aria-hidden", "true");
        return Element.Of("div", "file", input, face, Element.Of("ul", "photo-grid").Flag("hidden", true),
                Element.Of("p", "file-note").With("role", "status"))
            .With("data-photo-shrink", IsPhoto ? "yes" : "no")
            .With("data-max-files", (Multiple ? MaxFiles : 1).ToString(CultureInfo.InvariantCulture))
            .With("data-text-busy", Texts["ui.file.shrinking"]).With("data-text-ready", Texts["ui.file.ready"])
            .With("data-text-remove", Texts["ui.file.remove"]).With("data-text-many", Texts["ui.file.toomany"])
            .With("data-text-fail", Texts["ui.file.fail"]).With("data-text-heic", IsPhoto ? Texts["ui.file.heic"] : null);
    }
}
