using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary><c>&lt;pill tone="violet" icon="copy" text="ODGJ" /&gt;</c>; tones: teal, amber, red, blue, violet, grey.</summary>
[HtmlTargetElement("pill")]
public sealed class Pill(TextCatalogue texts) : TagHelper
{
    public string? Tone { get; set; }
    public string? Icon { get; set; }
    /// <summary>Text or key; or write the words between the tags.</summary>
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = Text is null ? await output.GetChildContentAsync() : null;
        output.Become("span", Wording.Toned("pill", Tone));
        if (Components.Icon.Draw(Icon) is { } drawing) output.Content.AppendHtml(drawing);
        output.Content.AppendHtml(Element.Of("span", null, texts.Say(Text), inside));
    }
}

/// <summary>
/// A clock. The caller writes how long ("2 jam lagi", "1 hari kerja"); the colour and the spoken word follow from
/// <c>due</c> and <c>now</c> (both UTC): red when past or within <c>soon</c> hours, amber within a day, else teal; grey when paused.
/// </summary>
[HtmlTargetElement("clock-pill")]
public sealed class ClockPill(TextCatalogue texts) : TagHelper
{
    public DateTime? Due { get; set; }
    public required DateTime Now { get; set; }
    public bool Paused { get; set; }
    public string? Text { get; set; }
    /// <summary>Hours before the limit at which the pill turns red.</summary>
    public int Soon { get; set; } = 4;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = Text is null ? await output.GetChildContentAsync() : null;
        var left = Due - Now;
        var (tone, spoken) = left switch
        {
            _ when Paused => ("grey", "ui.clock.paused"),
            null => ("grey", "ui.clock.fine"),
            { Ticks: <= 0 } => ("red", "ui.clock.late"),
            { } some when some <= TimeSpan.FromHours(Soon) => ("red", "ui.clock.soon"),
            { } some when some <= TimeSpan.FromDays(1) => ("amber", "ui.clock.soon"),
            _ => ("teal", "ui.clock.fine"),
        };
        output.Become("span", $"{Wording.Toned("pill", tone)} pill-clock");
        output.Content.AppendHtml(Icon.Draw(Paused ? "clock-pause" : "clock")!);
        output.Content.AppendHtml(Element.Of("span", "visually-hidden", texts[spoken] + ": "));
        output.Content.AppendHtml(Element.Of("span", null, texts.Say(Text), inside));
    }
}

/// <summary>A saved view above a list: <c>&lt;view-pill href="?tampilan=saya" text="..." count="18" current="true" /&gt;</c> in <c>nav.views</c>.</summary>
[HtmlTargetElement("view-pill")]
public sealed class ViewPill(TextCatalogue texts) : TagHelper
{
    public required string Href { get; set; }
    public required string Text { get; set; }
    public int? Count { get; set; }
    public bool Current { get; set; }
    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("a", "view");
        output.Set("href", Href);
        output.Set("aria-current", Current ? "page" : null);
        if (Icon is not null) output.Content.AppendHtml(Components.Icon.Draw(Icon)!);
        output.Content.Append(texts.Say(Text));
        if (Count is { } count) output.Content.Append($" · {count}");
    }
}
