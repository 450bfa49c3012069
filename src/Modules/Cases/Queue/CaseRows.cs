using System.Text.Encodings.Web;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Html;

namespace Layar.Cases.Queue;

/// <summary>The rows of a list of cases with their heads, written in one go: a template for fifty rows took longer than asking for them.</summary>
internal sealed class CaseRows(CaseListModel model, TextCatalogue texts) : IHtmlContent
{
    private readonly IconSheet icons = new();
    private readonly bool byTime = !model.Filter.NewestFirst;
    private readonly DateTime now = model.Words.Now;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var pen = new HtmlPen(writer, encoder);
        pen.Write($"""<div class="table-wrap"><table class="table table-rows"><thead><tr>""");
        if (model.MayAcknowledge) pen.Write($"""<td class="row-check"></td>""");
        foreach (var column in (string[])["report", "number", "area", "kind", "channel", byTime ? "due" : "step"])
            pen.Write($"""<th scope="col">{texts["cases.column." + column]}</th>""");
        pen.Write($"</tr></thead>\n<tbody data-rows>");
        foreach (var row in model.Rows.Rows) Write(pen, row);
        pen.Write($"\n</tbody></table></div>{icons}");
    }

    private void Write(HtmlPen pen, QueueRow row)
    {
        pen.Write($"\n<tr{(row.Secret ? Secret : null)}>");
        if (model.MayAcknowledge) Tick(pen, row);
        pen.Write($"""<td class="row-main"><a class="row-link" href="/petugas/kasus/{row.Number}">{row.Title}</a>""");
        if (row.Secret) pen.Write($"""<span class="row-note">{texts["cases.secret.note"]} {Icon.Of("lock", texts["cases.kind.secret"])}</span>""");
        else if (row.Excerpt is not null) pen.Write($"""<span class="row-note">“{row.Excerpt}”</span>""");
        var (near, wide) = model.Words.Place(row.Area);
        pen.Write($"""</td><td class="code">{row.Number}</td><td>{near}""");
        if (wide is not null) pen.Write($"""<br><span class="muted">{wide}</span>""");
        pen.Write($"</td><td>");
        foreach (var pill in KindPill.Of(row, model.Words)) pen.Write($"{Pill.Of(icons, pill.Tone, pill.Icon, pill.Text)}");
        pen.Write($"</td><td>{icons.Of(model.Words.ChannelIcon(row.Channel))} {model.Words.Channel(row.Channel)}</td><td>");
        if (!byTime || !row.Open) pen.Write($"""<span>{model.Words.Step(row.Step)}</span><br><span class="muted">{CaseWords.Moment(row.ReceivedAt)}</span>""");
        else if (row.NextDueAt is not null) pen.Write($"{ClockPill.Of(icons, texts, row.NextDueAt, now, row.PausedAt is not null, model.Words.Clock(row.NextDueAt))}");
        pen.Write($"</td></tr>");
    }

    private void Tick(HtmlPen pen, QueueRow row)
    {
        pen.Write($"""<td class="row-check">""");
        if (row.Step == CaseStep.HeadAcknowledgement)
            pen.Write($"""<input type="checkbox" name="pilih" value="{row.Number}|{row.Version}" aria-label="{texts["cases.queue.select", row.Number]}">""");
        pen.Write($"</td>");
    }

    private static readonly HtmlString Secret = new(" class=\"row-secret\"");
}
