using System.Collections.Concurrent;
using System.Reflection;

namespace Layar.Letters.Templates;

/// <summary>The letter templates that came with this version of the software, and the HTML they make.</summary>
internal sealed class LetterTemplates
{
    private const string Prefix = "Letters.Templates.";
    private static readonly Assembly Here = typeof(LetterTemplates).Assembly;

    private readonly ConcurrentDictionary<string, LetterTemplate> templates = new();
    private readonly ConcurrentDictionary<string, TemplateText> frames = new();

    /// <summary>Every template file, such as "recommendation.v1".</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Here.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".html", StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^".html".Length])
            .Where(n => !n.StartsWith("frame.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    public LetterTemplate this[string name] => templates.GetOrAdd(name, n => LetterTemplate.Parse(n, Read($"{n}.html")));

    /// <summary>The whole page, for the printer and for the preview alike.</summary>
    public string Html(LetterDocument letter)
    {
        var template = this[LetterTemplate.NameOf(letter.Kind, letter.TemplateVersion)];
        var frame = frames.GetOrAdd(template.Frame, n => TemplateText.Parse(n, Read($"{n}.html")));
        var scope = LetterScope.Of(letter, template).WithPart("style", Style(template.Frame));
        scope.WithPart("body", template.Body.Render(scope));
        return frame.Render(scope);
    }

    internal static string Style(string frame) => Read($"{frame}.css");

    private static string Read(string file)
    {
        using var stream = Here.GetManifestResourceStream(Prefix + file)
            ?? throw new TemplateException("template.file", file, file);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
