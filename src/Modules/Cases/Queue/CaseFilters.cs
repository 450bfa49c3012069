using System.Text.Encodings.Web;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Layar.Cases.Queue;

/// <summary>The form that narrows a list of cases, folded on small screens with the number of filters that are set.</summary>
internal sealed class CaseFilters(CaseListModel model, ViewContext page, TextCatalogue texts) : IHtmlContent
{
    private readonly QueueFilter filter = model.Filter;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var pen = new HtmlPen(writer, encoder);
        var fold = filter.Narrowings > 0 ? texts["cases.queue.filters.count", filter.Narrowings] : texts["cases.queue.filters"];
        pen.Write($"""<details class="fold"><summary class="button button-plain">{Icon.Of("filter")}<span>{fold}</span></summary>""");
        pen.Write($"""<form class="filters" method="get" action="{model.Path}"><input type="hidden" name="tampilan" value="{filter.View.Slug()}">""");
        Districts(pen, [.. model.Districts]);
        List<Choice> agencies = [.. model.Agencies];
        if (agencies.Count > 0) pen.Write($"{Choose("instansi", filter.Agency, "cases.queue.agency", agencies)}");
        if (model.NarrowsBySource) pen.Write($"{Choose("masalah", filter.Problem, "cases.queue.problem", model.Problems)}{Choose("saluran", filter.Channel, "cases.queue.channel", model.Channels)}");
        pen.Write($"{new FieldText(texts) { Name = "cari", Value = filter.Text, Label = "cases.queue.text", Type = "search" }.On(page)}{SubmitButton.Of(texts["cases.queue.filter"], "plain")}");
        if (filter.Narrowed) pen.Write($"""<a href="{model.Path}?tampilan={filter.View.Slug()}">{texts["cases.queue.clear"]}</a>""");
        pen.Write($"""<span class="filters-end">{texts[filter.NewestFirst ? "cases.queue.order.new" : "cases.queue.order.due"]}</span></form></details>""");
    }

    private void Districts(HtmlPen pen, List<Choice> districts)
    {
        if (districts.Count == 0) return;
        var chosen = filter.Districts.Count == 0 ? null : ": " + string.Join(", ", districts.Where(d => filter.Districts.Contains(d.Value)).Select(d => d.Text));
        pen.Write($"""<details class="menu"><summary class="button button-plain">{Icon.Of("filter")}<span>{texts["cases.queue.district"]}{chosen}</span></summary>""");
        pen.Write($"""<div class="menu-panel">{new FieldChecks(texts) { Name = "kecamatan", Label = "cases.queue.district", LabelHidden = true, Items = districts, Values = filter.Districts }.On(page)}</div></details>""");
    }

    private IHtmlContent Choose(string name, string? value, string label, IEnumerable<Choice> items) =>
        new FieldSelect(texts) { Name = name, Value = value, Label = label, Items = items, Empty = "cases.queue.any" }.On(page);
}
