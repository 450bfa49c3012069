using System.Collections.Concurrent;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Candidates;

/// <summary>Asks the index, then the database for what may be shown of the hits and to whom.</summary>
internal sealed class PersonCandidates(AppDb db, PersonIndex index, PersonWords words, SearchTraces traces, ReadLog log, TextCatalogue texts) : IPersonCandidates
{
    public const int Most = 10;
    private const int Longest = 120;

    /// <summary>So many digits in a row are no age, no year and no house number any more.</summary>
    private const int DigitsOfNumber = 5;

    public void Prepare() => index.Want();

    public bool NeedsPurpose(string? typed) => TypedNumber.Digits(typed) >= DigitsOfNumber;

    public async Task<PersonCandidate?> One(PersonId id, StaffMember member, CancellationToken stop) => (await Shown([id], member, stop)).FirstOrDefault();

    public async Task<CandidatesFound> Find(string? typed, string? purpose, StaffMember member, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > Longest) return new CandidatesFound([], !index.Ready);
        var byNumber = NeedsPurpose(typed);
        if (byNumber && string.IsNullOrWhiteSpace(purpose)) return new CandidatesFound([], !index.Ready);
        await index.Wait(stop);
        // Who works in one area only looks through more hits for those that live there.
        var hits = index.Search(byNumber ? TypedNumber.Joined(typed) : typed, member.AreaScope.Count > 0 ? Most * 20 : Most * 2);
        var found = await Shown([.. hits.Select(h => new PersonId(h.Person.Id))], member, stop);
        if (byNumber) foreach (var one in found.DefaultIfEmpty()) await log.Opened(member.As(PersonDesk.Readers), "nik", one?.Id.Value ?? Guid.Empty, texts.Official("people.log.nik", purpose!.Trim()), stop);
        else if (traces.First(member.Id.Value)) await log.Opened(member.As(PersonDesk.Readers), "person-search", Guid.Empty, texts.Official("people.log.search"), stop);
        return new CandidatesFound(found, !index.Ready);
    }

    private async Task<IReadOnlyList<PersonCandidate>> Shown(List<PersonId> ids, StaffMember member, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var rows = (await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(stop)).ToDictionary(p => p.Id);
        var roots = rows.Values.Select(p => p.MergedInto).OfType<PersonId>().Where(r => !rows.ContainsKey(r)).Distinct().ToList();
        if (roots.Count > 0) foreach (var root in await db.Set<Person>().AsNoTracking().Where(p => roots.Contains(p.Id)).ToListAsync(stop)) rows[root.Id] = root;
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(p => p.MergedInto is { } root ? rows[root] : p).DistinctBy(p => p.Id)
            .Where(p => PersonAccess.Finds(p.Restricted, p.Area, member)).Take(Most).Select(words.Candidate)];
    }
}

/// <summary>A search by name is written down once in ten minutes for each officer: what was typed never is.</summary>
internal sealed class SearchTraces(TimeProvider clock)
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<Guid, DateTime> last = [];

    public bool First(Guid staff)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (last.TryGetValue(staff, out var at) && now - at < Span) return false;
        last[staff] = now;
        return true;
    }
}
