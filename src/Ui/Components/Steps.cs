using System.Globalization;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

public enum StepState { Done, Now, Next }

/// <summary>A step of the way of a report.</summary>
/// <param name="Text">Text or key.</param>
/// <param name="Note">When, or by whom; ready text or key.</param>
/// <param name="Icon">Drawn in the current step of a <c>step-list</c>.</param>
public sealed record Step(string Text, StepState State, string? Note = null, string? Icon = null);

/// <summary>The seven steps across a case file: <c>&lt;step-bar items="Model.Steps" /&gt;</c>. On a phone only the current one has words.</summary>
[HtmlTargetElement("step-bar")]
public sealed class StepBar(TextCatalogue texts) : TagHelper
{
    public required IEnumerable<Step> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "step-bar");
        foreach (var step in Items)
            output.Content.AppendHtml(Element.Of("li", StepWords.Toned("step-bar-item", "step-bar", step.State),
                    Element.Of("span", null, StepWords.Spoken(texts, step.State), texts.Say(step.Text)),
                    step.Note is null ? null : Element.Of("span", "step-bar-note", texts.Say(step.Note)))
                .With("aria-current", step.State == StepState.Now ? "step" : null));
    }
}

/// <summary>The way of a report for citizens, one under another: <c>&lt;step-list items="Model.Steps" /&gt;</c>.</summary>
[HtmlTargetElement("step-list")]
public sealed class StepList(TextCatalogue texts) : TagHelper
{
    public required IEnumerable<Step> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "steps");
        var number = 0;
        foreach (var step in Items)
        {
            number++;
            output.Content.AppendHtml(Element.Of("li", StepWords.Toned("step", "step", step.State),
                    Element.Of("span", "step-dot", Mark(step, number)).With("aria-hidden", "true"),
                    Element.Of("span", "step-text", StepWords.Spoken(texts, step.State), texts.Say(step.Text)),
                    step.Note is null ? null : Element.Of("span", "step-note", texts.Say(step.Note)))
                .With("aria-current", step.State == StepState.Now ? "step" : null));
        }
    }

    private static object? Mark(Step step, int number) => step.State switch
    {
        StepState.Done => Icon.Draw("check"),
        StepState.Now => Icon.Draw(step.Icon ?? "clock"),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>An event in <c>ol.timeline</c>: <c>&lt;timeline-item icon="home" title="..." when="24 Nov 10.05" at="..."&gt;more&lt;/timeline-item&gt;</c>.</summary>
[HtmlTargetElement("timeline-item")]
public sealed class TimelineItem(TextCatalogue texts) : TagHelper
{
    public string Icon { get; set; } = "circle";
    public required string Title { get; set; }
    /// <summary>Ordinary words behind the bold title, such as who did it.</summary>
    public string? By { get; set; }
    public string? When { get; set; }
    /// <summary>The same moment in UTC, for machines.</summary>
    public DateTime? At { get; set; }
    public string? Tone { get; set; }

    /// <summary>The same for long timelines, where a tag for each event costs more than the event.</summary>
    /// <param name="title">the words themselves, not a key; so are <paramref name="by"/> and <paramref name="when"/></param>
    /// <param name="more">below the title</param>
    public static IHtmlContent Of(string icon, string title, string by, string when, DateTime at, IHtmlContent? more) =>
        Element.Of("li", "timeline-item", Dot(icon), Body(title, by, more), Moment(when, at));

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("li", Tone is null ? "timeline-item" : $"timeline-item timeline-{Tone}");
        output.Content.SetHtmlContent(Dot(Icon));
        output.Content.AppendHtml(Body(texts.Say(Title), texts.Say(By), inside.IsEmptyOrWhiteSpace ? null : inside));
        if (When is not null) output.Content.AppendHtml(Moment(texts.Say(When), At));
    }

    private static Element Dot(string icon) => Element.Of("span", "timeline-dot", Components.Icon.Draw(icon));

    private static Element Body(string? title, string? by, IHtmlContent? more) => Element.Of("div", "timeline-body",
        Element.Of("p", "timeline-title", Element.Of("strong", null, title), Behind(by)), more is null ? null : Element.Of("div", "timeline-text", more));

    private static Element Moment(string? when, DateTime? at) =>
        Element.Of("time", "timeline-when", when).With("datetime", at?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    private static string? Behind(string? by) => string.IsNullOrEmpty(by) || by[0] is ',' or ':' ? by : " " + by;
}

internal static class StepWords
{
    public static string Toned(string block, string prefix, StepState state) => $"{block} {prefix}-{state.ToString().ToLowerInvariant()}";

    public static IHtmlContent Spoken(TextCatalogue texts, StepState state) =>
        Element.Of("span", "visually-hidden", texts[$"ui.step.{state.ToString().ToLowerInvariant()}"] + ": ");
}
