using System.Text.Encodings.Web;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Layar.Cases.Queue.OwnViews;

/// <summary>Where the view that is shown is kept under a name, and kept ones are thrown away.</summary>
/// <param name="token">what a form sends along so that it is known as ours</param>
internal sealed class OwnViewMenu(QueueModel model, ModelExpression name, ViewContext page, TextCatalogue texts, IHtmlContent token) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var pen = new HtmlPen(writer, encoder);
        var here = model.Filter.Query();
        var wrong = page.ModelState[name.Name]?.Errors.Count > 0;
        pen.Write($"""<details class="menu own-views"{(wrong ? Open : null)}><summary class="view view-dashed">{Icon.Of("plus")}<span>{texts["cases.views.save"]}</span></summary><div class="menu-panel">""");
        pen.Write($"""<form class="own-view" method="post" action="{model.Path}/simpan{here}" novalidate>{Field}{SubmitButton.Of(texts["cases.views.keep"])}{token}</form>""");
        if (model.Own.Count > 0) pen.Write($"<hr>");
        foreach (var own in model.Own)
            pen.Write($"""<form method="post" action="{model.Path}/buang{here}"><input type="hidden" name="id" value="{own.Id.Value.ToString()}"><button type="submit">{Icon.Of("trash")} {texts["cases.views.forget", own.Name]}</button>{token}</form>""");
        pen.Write($"</div></details>");
    }

    private IHtmlContent Field => new FieldText(texts) { For = name, Label = "cases.views.name", Hint = "cases.views.hint", Longest = OwnViewBook.LongestName }.On(page);

    private static readonly HtmlString Open = new(" open");
}
