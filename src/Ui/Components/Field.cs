using System.Globalization;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>
/// What every field shares: label, hint, error and the wiring between them. Bind it with <c>for="Input.Name"</c>, or for
/// questions known only at run time with <c>name</c> and <c>value</c>. Attributes not named here (<c>autocomplete</c>,
/// <c>inputmode</c>, <c>maxlength</c>, <c>placeholder</c>, <c>data-*</c>) go to the control itself.
/// </summary>
public abstract class Field(TextCatalogue texts) : TagHelper
{
    [HtmlAttributeName("for")] public ModelExpression? For { get; set; }
    public string? Name { get; set; }
    public string? Value { get; set; }
    /// <summary>Text or key; without it the display name of the property.</summary>
    public string? Label { get; set; }
    public string? Hint { get; set; }
    /// <summary>Adds "(opsional)" to the label.</summary>
    public bool Optional { get; set; }
    /// <summary>The label is the page's <c>h1</c>: one question per page.</summary>
    public bool AsHeading { get; set; }
    /// <summary>The label is read but not seen.</summary>
    public bool LabelHidden { get; set; }
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    protected TextCatalogue Texts { get; } = texts;
    private protected string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For?.Name ?? Name ?? "");
    internal string Id => TagBuilder.CreateSanitizedId(FullName, "_");
    private protected ModelStateEntry? State => ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) ? entry : null;
    private protected string? Error => State?.Errors.FirstOrDefault() is { } error
        ? Texts.Say(string.IsNullOrEmpty(error.ErrorMessage) ? "ui.error.value" : error.ErrorMessage)
        : null;
    private protected string? HintText => Texts.Say(Hint) ?? OwnHint;
    private protected string? DescribedBy => (HintText, Error) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };

    /// <summary>What the person typed last, right or wrong, before what is stored.</summary>
    private protected string? Shown => State?.AttemptedValue ?? (For is null ? Value : Written(For.Model));
    private protected virtual bool IsGroup => false;
    private protected virtual string? OwnHint => null;

    private protected abstract IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed);

    private protected virtual string? Written(object? model) => Convert.ToString(model, CultureInfo.CurrentCulture);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        FieldOrder.Note(ViewContext, FullName);
        var below = await output.GetChildContentAsync();
        var passed = output.Attributes.Where(a => a.Name is not ("class" or "required")).ToList();
        foreach (var attribute in passed) output.Attributes.Remove(attribute);
        output.Attributes.RemoveAll("required");
        output.Become(IsGroup ? "fieldset" : "div", Error is null ? "field" : "field field-wrong");
        if (IsGroup) output.Set("aria-describedby", DescribedBy);

        foreach (var part in Parts(passed)) output.Content.AppendHtml(part);
        if (!below.IsEmptyOrWhiteSpace) output.Content.AppendHtml(below);
    }

    /// <summary>The same field without a tag, for lists and frames that are shown all day: there the tags cost more than what they draw.</summary>
    public IHtmlContent On(ViewContext page)
    {
        ViewContext = page;
        FieldOrder.Note(page, FullName);
        return Element.Of(IsGroup ? "fieldset" : "div", Error is null ? "field" : "field field-wrong", Parts([])).With("aria-describedby", IsGroup ? DescribedBy : null);
    }

    private IEnumerable<IHtmlContent> Parts(IReadOnlyList<TagHelperAttribute> passed)
    {
        yield return Heading();
        if (HintText is { } hint) yield return Element.Of("p", "field-hint", hint).With("id", $"{Id}-hint");
        if (Error is { } error)
            yield return Element.Of("p", "field-error", Icon.Draw("alert-circle"),
                Element.Of("span", null, Element.Of("span", "visually-hidden", Texts["ui.error"] + ": "), error)).With("id", $"{Id}-error");
        yield return Control(passed);
    }

    private protected Element Input(string element, IEnumerable<TagHelperAttribute> passed, string cssClass = "input") =>
        Element.Of(element, cssClass)
            .With("id", Id).With("name", FullName)
            .With("aria-describedby", DescribedBy)
            .With("aria-invalid", Error is null ? null : "true")
            .Pass(passed);

    internal Element Card(string type, string id, Choice item, bool chosen, IEnumerable<TagHelperAttribute> passed)
    {
        var input = Element.Of("input", "choice-input").With("type", type).With("id", id).With("name", FullName).With("value", item.Value)
            .Flag("checked", chosen).Flag("disabled", !item.Enabled)
            .With("aria-describedby", item.Hint is null ? null : $"{id}-note").Pass(passed);
        var words = Element.Of("span", null, Texts.Say(item.Text));
        var hint = item.Hint is null ? null : Element.Of("span", "choice-hint", Texts.Say(item.Hint)).With("id", $"{id}-note");
        return Element.Of("div", "choice", input,
            Element.Of("label", "choice-face", Icon.Draw(item.Icon), Element.Of("span", "choice-words", words, hint)).With("for", id));
    }

    private IHtmlContent Heading()
    {
        var name = Texts.Say(Label) ?? For?.Metadata.GetDisplayName() ?? Name;
        object?[] words = Optional ? [name, " ", Element.Of("span", "field-optional", Texts["ui.optional"])] : [name];
        var cssClass = LabelHidden ? "visually-hidden" : "field-label";
        if (IsGroup)
            return Element.Of("legend", cssClass, AsHeading ? Element.Of("h1", "field-heading", words) : words.Select(Encoded));
        var label = Element.Of("label", cssClass, words).With("for", Id);
        return AsHeading ? Element.Of("h1", "field-heading", label) : label;
    }

    private static IHtmlContent Encoded(object? word) => word as IHtmlContent ?? new HtmlContentBuilder().Append(word?.ToString());
}
