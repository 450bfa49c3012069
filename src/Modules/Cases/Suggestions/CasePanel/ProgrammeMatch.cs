using System.Text.Encodings.Web;
using Layar.Eligibility.Proofs;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Html;

namespace Layar.Cases.Suggestions;

/// <summary>A programme with its light, the reasons and what is missing; a case shows up to ten of them.</summary>
internal sealed class ProgrammeMatch(SuggestedProgramme shown, TextCatalogue texts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var pen = new HtmlPen(writer, encoder);
        pen.Write($"""<div class="match"><div class="match-head"><a href="/petugas/program/{shown.Programme.Code}">{shown.Programme.Name.ToString()}</a>{Pill.Of(shown.Tone, null, Light)}</div>""");
        if (shown.Receives is { } source)
            pen.Write($"""<p class="muted">{Pill.Of("grey", null, texts["suggestions.receives"])} {texts["suggestions.receives.source", source]}</p>""");
        pen.Write($"""<ul class="reasons">""");
        foreach (var reason in shown.Reasons) Write(pen, reason);
        if (shown.Missing.Count > 0) Missing(pen, string.Join(", ", shown.Missing));
        if (shown.Instead.Count > 0) pen.Write($"""<li class="reason-ask">{Icon.Of("alert-triangle")} {texts["suggestions.instead", string.Join(", ", shown.Instead)]}</li>""");
        pen.Write($"</ul></div>");
    }

    private string Light => shown.Truth == Truth.No || shown.Conditions == 1
        ? texts[$"suggestions.light.{shown.Truth}"]
        : $"{texts[$"suggestions.light.{shown.Truth}"]} · {texts["suggestions.light.met", shown.Met, shown.Conditions]}";

    private static void Write(HtmlPen pen, SuggestedReason reason)
    {
        var (look, icon) = reason.Truth switch { Truth.Yes => (null, "check"), Truth.No => ("reason-no", "x"), _ => ("reason-ask", "help-circle") };
        pen.Write($"""<li class="{look}">{Icon.Of(icon)} {reason.Text}""");
        if (reason.Origin.Length > 0) pen.Write($"""<span class="muted"> · {reason.Origin}</span>""");
        pen.Write($"</li>");
    }

    /// <summary>What may be asked is sent by the form of the panel's questions.</summary>
    private void Missing(HtmlPen pen, string missing)
    {
        pen.Write($"""<li class="reason-ask">{Icon.Of("help-circle")} {texts["suggestions.missing", missing]}""");
        if (shown.Askable.Count > 0)
            pen.Write($"""<button class="button button-quiet" type="submit" form="tanya-fakta" name="Facts" value="{string.Join(',', shown.Askable)}" aria-label="{texts["suggestions.ask.one.about", missing]}">{Icon.Of("send")}<span>{texts["suggestions.ask.one"]}</span></button>""");
        pen.Write($"</li>");
    }
}
