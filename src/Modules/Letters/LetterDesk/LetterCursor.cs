using System.Globalization;

namespace Layar.Letters.LetterDesk;

/// <summary>The place of a letter in the list, newest first: when it was made, and its id.</summary>
internal sealed record LetterCursor(DateTime At, Guid Id)
{
    /// <summary>Null for anything that was not written by <see cref="ToString"/>: then the list begins at its beginning.</summary>
    public static LetterCursor? Read(string? text) =>
        text?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at is > 0 and < 3_000_000_000_000_000_000
        && Guid.TryParseExact(id, "N", out var letter)
            ? new LetterCursor(new DateTime(at, DateTimeKind.Utc), letter)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Id:N}");
}
