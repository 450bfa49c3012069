namespace Layar.Letters.Templates;

/// <summary>Names and what they stand for: text, nothing, a flag, a list of scopes, or a finished piece of HTML (a part).</summary>
internal sealed class TemplateScope(TemplateScope? outer = null)
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    private sealed record Markup(string Html);

    public TemplateScope With(string name, string? text) => Set(name, text);
    public TemplateScope With(string name, bool flag) => Set(name, flag);
    public TemplateScope WithPart(string name, string html) => Set(name, new Markup(html));

    public TemplateScope With<T>(string name, IEnumerable<T> items, Action<TemplateScope, T> fill)
    {
        var list = items.ToList();
        return Set(name, list.Select((item, index) => Item(item, index, list.Count, fill)).ToList());
    }

    private TemplateScope Item<T>(T item, int index, int count, Action<TemplateScope, T> fill)
    {
        var scope = new TemplateScope(this)
            .With("ordinal", $"{index + 1}")
            .With("comma", index < count - 2 || (index == count - 2 && count > 2))
            .With("and", index == count - 2);
        fill(scope, item);
        return scope;
    }

    public string? Text(string name, string source) => Find(name, source) switch
    {
        null => null,
        string text => text,
        _ => throw new TemplateException("template.tag", source, name),
    };

    public string Part(string name, string source) =>
        Find(name, source) is Markup part ? part.Html : throw new TemplateException("template.unknown", source, $">{name}");

    public bool Holds(string name, string source) => Find(name, source) switch
    {
        null or false or "" or List<TemplateScope> { Count: 0 } => false,
        _ => true,
    };

    public IReadOnlyList<TemplateScope> Items(string name, string source) =>
        Find(name, source) as List<TemplateScope> ?? throw new TemplateException("template.tag", source, name);

    public IEnumerable<string> Names => values.Keys;

    private object? Find(string name, string source)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope.values.TryGetValue(name, out var value)) return value;
        throw new TemplateException("template.unknown", source, name);
    }

    private TemplateScope? Outer { get; } = outer;

    private TemplateScope Set(string name, object? value)
    {
        values[name] = value;
        return this;
    }
}
