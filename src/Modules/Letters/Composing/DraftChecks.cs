using Layar.Kernel.Outcomes;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.Letters.Templates;

namespace Layar.Letters.Composing;

/// <summary>What a draft must hold before it becomes a letter.</summary>
internal static class DraftChecks
{
    private const int LongestValidity = 3650;
    private const int MostEnclosures = 99;

    /// <summary>Everything that is missing or cannot be read; null when all is well.</summary>
    public static Refusal? Missing(LetterKind kind, LetterDraft draft, LetterMatter matter) => Refusal.Of([.. Common(kind, draft, matter), .. Own(kind, draft)]);

    private static IEnumerable<Refusal> Common(LetterKind kind, LetterDraft draft, LetterMatter matter)
    {
        foreach (var tooLong in typeof(LetterDraft).GetProperties().Where(p => p.GetValue(draft) is string { Length: > LetterDraft.Longest }))
            yield return new Refusal("letters.draft.long", tooLong.Name, LetterDraft.Longest);
        if (kind != LetterKind.Assignment && matter.Person?.Name is null && string.IsNullOrWhiteSpace(draft.Name)) yield return new("letters.draft.name", nameof(draft.Name));
        if (LetterDraft.Lines(draft.MoreRows).Any(l => l.IndexOf(':') < 1)) yield return new("letters.draft.row", nameof(draft.MoreRows));
        if (draft.ValidDays is < 1 or > LongestValidity) yield return new("letters.draft.valid-days", nameof(draft.ValidDays), LongestValidity);
        if (draft.Enclosures is < 0 or > MostEnclosures) yield return new("letters.draft.enclosures", nameof(draft.Enclosures), MostEnclosures);
    }

    private static IEnumerable<Refusal> Own(LetterKind kind, LetterDraft draft)
    {
        if (kind == LetterKind.Recommendation && Empty(draft.Programmes)) yield return new("letters.draft.programmes", nameof(draft.Programmes));
        if (kind == LetterKind.Statement && Empty(draft.Statement)) yield return new("letters.draft.statement", nameof(draft.Statement));
        if (kind == LetterKind.Refusal && Empty(draft.Addressee)) yield return new("letters.draft.addressee", nameof(draft.Addressee));
        if (kind == LetterKind.Refusal && Empty(draft.Reasons)) yield return new("letters.draft.reasons", nameof(draft.Reasons));
        if (kind != LetterKind.Assignment) yield break;
        if (Empty(draft.Bases)) yield return new("letters.draft.bases", nameof(draft.Bases));
        if (Empty(draft.Tasks)) yield return new("letters.draft.tasks", nameof(draft.Tasks));
        if (Empty(draft.Assignees) || LetterDraft.Lines(draft.Assignees).Any(l => l.Split(';').Length is not (2 or 4) || l.Split(';', StringSplitOptions.TrimEntries) is var p && (p[0].Length == 0 || p[^1].Length == 0)))
            yield return new("letters.draft.assignees", nameof(draft.Assignees));
        if (draft.EndDate < draft.StartDate) yield return new("letters.draft.dates", nameof(draft.EndDate));
    }

    public static LetterRow Row(string line) => new(line[..line.IndexOf(':')].Trim(), line[(line.IndexOf(':') + 1)..].Trim());

    public static LetterAssignee Assignee(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        return new(parts[0], Part(parts, 1), Part(parts, 2), parts[^1]);
    }

    private static string? Part(string[] parts, int at) => parts.Length == 4 && parts[at].Length > 0 ? parts[at] : null;

    private static bool Empty(string? text) => LetterDraft.Lines(text).Count == 0;
}
