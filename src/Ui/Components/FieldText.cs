using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>One line of text: <c>&lt;field-text for="Phone" label="intake.phone" type="tel" autocomplete="tel" /&gt;</c>.</summary>
[HtmlTargetElement("field-text")]
public sealed class FieldText(TextCatalogue texts) : Field(texts)
{
    /// <summary><c>text</c>, <c>tel</c>, <c>email</c>, <c>password</c> or <c>search</c>.</summary>
    public string Type { get; set; } = "text";
    /// <summary>Short text before the box, such as Rp.</summary>
    public string? Prefix { get; set; }
    /// <summary>Short text behind the box, such as a unit.</summary>
    public string? Suffix { get; set; }
    /// <summary>A placeholder is an example only, never the label.</summary>
    public string? Placeholder { get; set; }
    /// <summary>Narrow box for numbers and codes.</summary>
    public bool Short { get; set; }
    /// <summary>How many letters the box takes.</summary>
    public int? Longest { get; set; }
    /// <summary>A report or letter code: fixed-width letters, shown in capitals.</summary>
    public bool Code { get; set; }

    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var cssClass = "input" + (Short ? " input-short" : "") + (Code ? " input-code" : "");
        var input = Input("input", [], cssClass).With("type", Type)
            .With("value", Type == "password" ? null : Shown)
            .With("placeholder", Texts.Say(Placeholder)).With("maxlength", Longest?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Code) input.With("autocapitalize", "characters").With("spellcheck", "false").With("autocomplete", "off");
        input.Pass(passed);
        if (Prefix is null && Suffix is null) return input;
        return Element.Of("div", "affix", Affix(Prefix), input, Affix(Suffix));
    }

    private Element? Affix(string? text) => text is null ? null : Element.Of("span", "affix-text", Texts.Say(text)).With("aria-hidden", "true");
}

/// <summary>Several lines of text: <c>&lt;field-area for="Story" label="intake.story" maxlength="2000" rows="6" /&gt;</c>.</summary>
[HtmlTargetElement("field-area")]
public sealed class FieldArea(TextCatalogue texts) : Field(texts)
{
    public int Rows { get; set; } = 5;
    public string? Placeholder { get; set; }

    // A newline right after <textarea> is dropped by browsers, so one is written for it to drop.
    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed) =>
        Input("textarea", passed).With("rows", Rows.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("placeholder", Texts.Say(Placeholder)).Add(new HtmlString("\n"), Shown);
}
