using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layar.Ui.Components;

/// <summary>One of a few answers as radio cards: <c>&lt;field-choice for="Whom" items="Model.Choices" as-heading="true" /&gt;</c>.</summary>
[HtmlTargetElement("field-choice")]
public sealed class FieldChoice(TextCatalogue texts) : Field(texts)
{
    public required IEnumerable<Choice> Items { get; set; }
    /// <summary>Nothing (one under another), <c>inline</c> (side by side) or <c>faces</c> (big icon above its word).</summary>
    public string? Shape { get; set; }

    private protected override bool IsGroup => true;

    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed) =>
        Cards(this, "radio", Items, Shape, passed, value => string.Equals(value, Shown, StringComparison.OrdinalIgnoreCase));

    internal static Element Cards(Field field, string type, IEnumerable<Choice> items, string? shape,
        IReadOnlyList<TagHelperAttribute> passed, Func<string, bool> chosen)
    {
        var cards = Element.Of("div", Wording.Toned("choices", shape));
        var number = 0;
        foreach (var item in items)
        {
            // The first card carries the bare id, so that the error summary leads to it.
            var id = number++ == 0 ? field.Id : $"{field.Id}-{number}";
            cards.Add(field.Card(type, id, item, chosen(item.Value), passed));
        }
        return cards;
    }
}

/// <summary>Any number of answers as check cards, bound to a list of strings or enum values.</summary>
[HtmlTargetElement("field-checks")]
public sealed class FieldChecks(TextCatalogue texts) : Field(texts)
{
    public required IEnumerable<Choice> Items { get; set; }
    public string? Shape { get; set; }
    /// <summary>The answers already given when the field is not bound with <c>for</c>.</summary>
    public IEnumerable<string>? Values { get; set; }

    private protected override bool IsGroup => true;

    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var chosen = Chosen().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return FieldChoice.Cards(this, "checkbox", Items, Shape, passed, chosen.Contains);
    }

    private IEnumerable<string> Chosen() => State?.RawValue switch
    {
        string[] many => many,
        string one => [one],
        _ when For?.Model is System.Collections.IEnumerable list and not string => list.Cast<object?>().Select(v => v?.ToString() ?? ""),
        _ => Values ?? [],
    };
}

/// <summary>A single yes-or-no tick bound to a <c>bool</c>: <c>&lt;field-tick for="Agrees" label="..." /&gt;</c>.</summary>
[HtmlTargetElement("field-tick")]
public sealed class FieldTick(TextCatalogue texts) : Field(texts)
{
    private protected override bool IsGroup => true;

    /// <summary>The words beside the tick; the label stays the legend. Text or key.</summary>
    public required string Text { get; set; }

    private protected override IHtmlContent Control(IReadOnlyList<TagHelperAttribute> passed)
    {
        var attempted = State?.RawValue is string[] many ? many.FirstOrDefault() : State?.AttemptedValue;
        var on = string.Equals(attempted ?? (For is null ? Value : For.Model?.ToString()), "true", StringComparison.OrdinalIgnoreCase);
        return Element.Of("div", "choices", Card("checkbox", Id, new Choice("true", Text), on, passed));
    }
}
