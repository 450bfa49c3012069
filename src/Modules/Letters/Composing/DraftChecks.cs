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

    /// <summary>The first thing that is missing or cannot be read; null when all is well.</summary>
    public static Refusal? Missing(LetterKind kind, LetterDraft draft, LetterMatter matter)
    {
        if (typeof(LetterDraft).GetProperties().FirstOrDefault(p => p.GetValue(draft) is string { Length: > LetterDraft.Longest }) is { } tooLong)
            return new Refusal("letters.draft.long", tooLong.Name, LetterDraft.Longest);
        if (kind != LetterKind.Assignment && matter.Person?.Name is null && string.IsNullOrWhiteSpace(draft.Name)) return new("letters.draft.name", nameof(draft.Name));
        if (LetterDraft.Lines(draft.MoreRows).Any(l => l.IndexOf(':') < 1)) return new("letters.draft.row", nameof(draft.MoreRows));
        if (draft.ValidDays is < 1 or > LongestValidity) return new("letters.draft.valid-days", nameof(draft.ValidDays), LongestValidity);
        if (draft.Enclosures is < 0 or > MostEnclosures) return new("letters.draft.enclosures", nameof(draft.Enclosures), MostEnclosures);
        return kind switch
        {
            LetterKind.Recommendation when Empty(draft.Programmes) => new("letters.draft.programmes", nameof(draft.Programmes)),
            LetterKind.Statement when Empty(draft.Statement) => new("letters.draft.statement", nameof(draft.Statement)),
            LetterKind.Assignment => Assignment(draft),
            LetterKind.Refusal when Empty(draft.Addressee) => new("letters.draft.addressee", nameof(draft.Addressee)),
            LetterKind.Refusal when Empty(draft.Reasons) => new("letters.draft.reasons", nameof(draft.Reasons)),
            _ => null,
        };
    }

    public static LetterRow Row(string line) => new(line[..line.IndexOf(':')].Trim(), line[(line.IndexOf(':') + 1)..].Trim());

    public static LetterAssignee Assignee(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        return new(parts[0], Part(parts, 1), Part(parts, 2), parts[^1]);
    }

    private static Refusal? Assignment(LetterDraft draft)
    {
        if (Empty(draft.Bases)) return new("letters.draft.bases", nameof(draft.Bases));
        if (Empty(draft.Tasks)) return new("letters.draft.tasks", nameof(draft.Tasks));
        if (Empty(draft.Assignees) || LetterDraft.Lines(draft.Assignees).Any(l => l.Split(';').Length is not (2 or 4) || l.Split(';', StringSplitOptions.TrimEntries) is var p && (p[0].Length == 0 || p[^1].Length == 0)))
            return new("letters.draft.assignees", nameof(draft.Assignees));
        return draft.EndDate < draft.StartDate ? new Refusal("letters.draft.dates", nameof(draft.EndDate)) : null;
    }

    private static string? Part(string[] parts, int at) => parts.Length == 4 && parts[at].Length > 0 ? parts[at] : null;

    private static bool Empty(string? text) => LetterDraft.Lines(text).Count == 0;
}
