using System.Text.Encodings.Web;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
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

    /// <summary>The same for the rows of long lists, where a tag for each cell costs more than the cell.</summary>
    /// <param name="text">the words themselves, not a key</param>
    public static IHtmlContent Of(IconSheet icons, string? tone, string? icon, string text) =>
        new DrawnPill(Wording.Toned("pill", tone), icon is null ? null : icons.Of(icon), null, text);

    /// <summary>The same without a tag.</summary>
    /// <param name="text">the words themselves, not a key</param>
    public static IHtmlContent Of(string? tone, string? icon, string text) => new DrawnPill(Wording.Toned("pill", tone), Components.Icon.Draw(icon), null, text);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = Text is null ? await output.GetChildContentAsync() : null;
        output.Become("span", Wording.Toned("pill", Tone));
        if (Components.Icon.Draw(Icon) is { } drawing) output.Content.AppendHtml(drawing);
        output.Content.AppendHtml(Element.Of("span", null, texts.Say(Text), inside));
    }
}

/// <summary>A pill written in one go.</summary>
internal sealed class DrawnPill(string look, IHtmlContent? icon, string? spoken, string? text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<span class=\"");
        writer.Write(look);
        writer.Write("\">");
        icon?.WriteTo(writer, encoder);
        if (spoken is not null)
        {
            writer.Write("<span class=\"visually-hidden\">");
            encoder.Encode(writer, spoken);
            writer.Write(": </span>");
        }
        writer.Write("<span>");
        if (text is not null) encoder.Encode(writer, text);
        writer.Write("</span></span>");
    }
}

/// <summary>
/// A clock. The caller writes how long ("2 jam lagi", "1 hari kerja"); the colour and the spoken word follow from
/// <c>due</c> and <c>now</c> (both UTC): red when past or within <c>soon</c> hours, amber within a day, else teal; grey when paused.
/// </summary>
[HtmlTargetElement("clock-pill")]
public sealed class ClockPill(TextCatalogue texts) : TagHelper
{
    private const int SoonByItself = 4;

    public DateTime? Due { get; set; }
    public required DateTime Now { get; set; }
    public bool Paused { get; set; }
    public string? Text { get; set; }
    /// <summary>Hours before the limit at which the pill turns red.</summary>
    public int Soon { get; set; } = SoonByItself;

    /// <summary>The same for the rows of long lists.</summary>
    /// <param name="text">the words themselves, not a key</param>
    public static IHtmlContent Of(IconSheet icons, TextCatalogue texts, DateTime? due, DateTime now, bool paused, string? text)
    {
        var (tone, spoken) = Told(due, now, paused, SoonByItself);
        return new DrawnPill(Look(tone), icons.Of(Face(paused)), texts[spoken], text);
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = Text is null ? await output.GetChildContentAsync() : null;
        var (tone, spoken) = Told(Due, Now, Paused, Soon);
        output.Become("span", Look(tone));
        output.Content.AppendHtml(Icon.Draw(Face(Paused))!);
        output.Content.AppendHtml(Element.Of("span", "visually-hidden", texts[spoken] + ": "));
        output.Content.AppendHtml(Element.Of("span", null, texts.Say(Text), inside));
    }

    private static string Look(string tone) => $"{Wording.Toned("pill", tone)} pill-clock";

    private static string Face(bool paused) => paused ? "clock-pause" : "clock";

    private static (string Tone, string Spoken) Told(DateTime? due, DateTime now, bool paused, int soon) => (due - now) switch
    {
        _ when paused => ("grey", "ui.clock.paused"),
        null => ("grey", "ui.clock.fine"),
        { Ticks: <= 0 } => ("red", "ui.clock.late"),
        { } some when some <= TimeSpan.FromHours(soon) => ("red", "ui.clock.soon"),
        { } some when some <= TimeSpan.FromDays(1) => ("amber", "ui.clock.soon"),
        _ => ("teal", "ui.clock.fine"),
    };
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

    /// <summary>The same without a tag.</summary>
    /// <param name="text">the words themselves, not a key</param>
    public static IHtmlContent Of(string href, string text, int? count, bool current, string? icon = null) =>
        Element.Of("a", "view", Components.Icon.Draw(icon), text, count is null ? null : $" · {count}").With("href", href).With("aria-current", current ? "page" : null);
}
