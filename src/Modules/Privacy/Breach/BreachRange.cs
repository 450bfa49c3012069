using System.Globalization;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;

namespace Layar.Privacy.Breach;

/// <summary>From when to when something went wrong, as the worksheet was asked; UTC.</summary>
/// <param name="Staff">one officer; null for everybody</param>
/// <param name="KnownAt">when the office learnt of it: the three days of article 46 run from here</param>
internal sealed record BreachRange(DateTime From, DateTime To, Guid? Staff, DateTime KnownAt)
{
    /// <summary>UU 27/2022 article 46: written notice within 3 × 24 hours.</summary>
    public static readonly TimeSpan NoticeTime = TimeSpan.FromDays(3);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public DateTime NoticeDue => KnownAt + NoticeTime;

    /// <param name="from">2026-11-22T08:00, WITA; empty is a day ago</param>
    /// <param name="to">empty is the end of this minute: what happened just now belongs to the sheet, also when its form is sent again</param>
    /// <param name="known">empty is now</param>
    public static Outcome<BreachRange> Read(string? from, string? to, string? known, Guid? staff, DateTime now)
    {
        if (Moment(from, now.AddDays(-1)) is not { } start) return new Refusal("privacy.refused.moment", "Dari");
        if (Moment(to, now.AddMinutes(1)) is not { } end) return new Refusal("privacy.refused.moment", "Sampai");
        if (Moment(known, now) is not { } learnt) return new Refusal("privacy.refused.moment", "Diketahui");
        if (end <= start || end - start > Longest) return new Refusal("privacy.refused.range", "Sampai");
        return new BreachRange(start, end, staff, learnt);
    }

    /// <summary>As a browser's box for day and time holds it.</summary>
    public static string Written(DateTime utc) => Wita.Local(utc).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static DateTime? Moment(string? text, DateTime otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise
        : DateTime.TryParseExact(text.Trim(), ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is > 2000 and < 9000 ? Wita.Utc(local) : null;
}
