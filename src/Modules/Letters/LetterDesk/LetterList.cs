using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.LetterDesk;

/// <summary>What the list of letters is narrowed by.</summary>
internal sealed record LetterFilter(bool Mine, LetterState? State, LetterKind? Kind, int? Year)
{
    public LetterCursor? After { get; init; }
    public LetterCursor? Before { get; init; }
}

/// <param name="Previous">place before which the page before ends; null on the first page</param>
/// <param name="Next">place after which the next page begins; null on the last page</param>
internal sealed record LetterPage(IReadOnlyList<Letter> Letters, LetterCursor? Previous, LetterCursor? Next);

/// <summary>One page of letters, newest first, cut at the place of its neighbour's last row.</summary>
internal sealed class LetterList(AppDb db, LetterAccess access)
{
    public const int PageSize = 50;

    public async Task<LetterPage> Page(LetterFilter filter, StaffMember member, CancellationToken stop)
    {
        var back = filter.Before is not null;
        var letters = Narrow(filter, member);
        var ordered = back ? letters.OrderBy(l => l.CreatedAt).ThenBy(l => l.Id) : letters.OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id);
        var rows = await ordered.Take(PageSize + 1).ToListAsync(stop);
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        if (back) rows.Reverse();
        if (rows.Count == 0) return new LetterPage(rows, null, null);
        var (first, last) = (Place(rows[0]), Place(rows[^1]));
        return new LetterPage(rows, back ? more ? first : null : filter.After is null ? null : first, back || more ? last : null);
    }

    private IQueryable<Letter> Narrow(LetterFilter filter, StaffMember member)
    {
        var among = Behind(filter);
        var letters = filter.Mine ? access.AwaitingOn(member, among) : access.VisibleTo(member, among);
        if (filter.State is { } state) letters = letters.Where(l => l.State == state);
        if (filter.Kind is { } kind) letters = letters.Where(l => l.Kind == kind);
        if (filter.Year is { } year and > 0 and < 9999)
        {
            var (from, to) = (new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            letters = letters.Where(l => l.Year == year || (l.Year == null && l.CreatedAt >= from && l.CreatedAt < to));
        }
        return letters;
    }

    /// <summary>Letters behind a place. The row value is compared as a whole, so that both databases seek in the index.</summary>
    private IQueryable<Letter> Behind(LetterFilter filter) => filter switch
    {
        { Before: { } place } => db.Set<Letter>().FromSqlRaw("SELECT * FROM letter WHERE (created_at, id) > ({0}, {1})", db.Value(place.At), db.Value(place.Id)),
        { After: { } place } => db.Set<Letter>().FromSqlRaw("SELECT * FROM letter WHERE (created_at, id) < ({0}, {1})", db.Value(place.At), db.Value(place.Id)),
        _ => db.Set<Letter>(),
    };

    private static LetterCursor Place(Letter letter) => new(letter.CreatedAt, letter.Id.Value);
}
