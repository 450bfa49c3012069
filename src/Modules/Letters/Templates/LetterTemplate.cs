using System.Text.Json;
using Layar.Letters.Contracts;

namespace Layar.Letters.Templates;

/// <summary>
/// One kind and version, read from <c>Files/recommendation.v1.html</c>: a JSON head between two lines of dashes, then
/// the body. A version that letters were issued with never changes; a change is a new file.
/// </summary>
internal sealed class LetterTemplate
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="Title">Printed under the letterhead of a letter that is addressed to nobody.</param>
    /// <param name="Matter">What stands at "Hal" of a letter that is addressed to somebody; null: the kind always carries its title.</param>
    /// <param name="Frame">The name of the frame file that holds letterhead, signature block and footer.</param>
    /// <param name="Fields">Names of single values; true when the letter cannot do without.</param>
    /// <param name="Lists">Names of lists of text; true when at least one entry is needed.</param>
    /// <param name="Subject">Whether identity rows are needed.</param>
    /// <param name="Assignees">Whether people who are sent are needed.</param>
    private sealed record Head(string Title, string? Matter, string Frame, Dictionary<string, bool> Fields, Dictionary<string, bool> Lists, bool Subject, bool Assignees);

    private readonly Head head;

    private LetterTemplate(string name, Head head, TemplateText body) => (Name, this.head, Body, Matter) = (name, head, body, head.Matter is null ? null : TemplateText.Parse(name, head.Matter));

    public string Name { get; }
    public string Title => head.Title;
    public string Frame => head.Frame;
    public IReadOnlyDictionary<string, bool> Fields => head.Fields;
    public IReadOnlyDictionary<string, bool> Lists => head.Lists;
    public bool NeedsSubject => head.Subject;
    public bool NeedsAssignees => head.Assignees;
    public TemplateText Body { get; }
    public TemplateText? Matter { get; }

    public static string NameOf(LetterKind kind, int version) => $"{kind.ToString().ToLowerInvariant()}.v{version}";

    public static LetterTemplate Parse(string name, string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("---\n", 3);
        if (parts.Length != 3 || parts[0].Length != 0) throw new TemplateException("template.file", name, "---");
        var head = JsonSerializer.Deserialize<Head>(parts[1], Json) ?? throw new TemplateException("template.file", name, "{}");
        return new(name, head, TemplateText.Parse(name, parts[2]));
    }

    /// <summary>The version that new letters of a kind are written with.</summary>
    public static int Newest(LetterKind kind) => kind is LetterKind.Recommendation or LetterKind.Refusal ? 2 : 1;

    /// <summary>Puts the document's own values into the scope; refuses what is missing and what nobody declared.</summary>
    public void Fill(TemplateScope scope, LetterDocument letter)
    {
        foreach (var given in letter.Fields.Keys.Concat(letter.Lists.Keys))
            if (!Fields.ContainsKey(given) && !Lists.ContainsKey(given)) throw new TemplateException("template.unknown", Name, given);
        foreach (var (field, needed) in Fields)
        {
            var text = letter.Fields.GetValueOrDefault(field);
            if (needed && string.IsNullOrWhiteSpace(text)) throw new TemplateException("template.missing", Name, field);
            scope.With(field, string.IsNullOrWhiteSpace(text) ? null : text.Trim());
        }
        foreach (var (list, needed) in Lists)
        {
            var items = letter.Lists.GetValueOrDefault(list) ?? [];
            if (needed && items.Count == 0) throw new TemplateException("template.missing", Name, list);
            scope.With(list, items, (item, text) => item.With("text", text));
            scope.With($"{list}-many", items.Count > 3);
        }
        if (NeedsSubject && letter.Subject.Count == 0) throw new TemplateException("template.missing", Name, "subject");
        if (NeedsAssignees && letter.Assignees.Count == 0) throw new TemplateException("template.missing", Name, "assignees");
    }
}
