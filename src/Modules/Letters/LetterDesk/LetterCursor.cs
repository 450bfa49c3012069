using System.Globalization;
using Layar.Letters.Register;

namespace Layar.Letters.LetterDesk;

/// <summary>Where the next page begins: the time of the last letter, and how many letters of that very moment were shown.</summary>
internal sealed record LetterCursor(DateTime At, int Same)
{
    private const int MostSame = 10_000;

    public static LetterCursor? Read(string? text) =>
        text?.Split('-') is [var ticks, var same] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) && at is > 0 and < 3_000_000_000_000_000_000
        && int.TryParse(same, CultureInfo.InvariantCulture, out var count) && count is >= 0 and < MostSame
            ? new LetterCursor(new DateTime(at, DateTimeKind.Utc), count)
            : null;

    public static LetterCursor After(IReadOnlyList<Letter> shown, LetterCursor? before)
    {
        var at = shown[^1].CreatedAt;
        var same = shown.Count(l => l.CreatedAt == at);
        return new LetterCursor(at, before?.At == at ? before.Same + same : same);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Same}");
}
