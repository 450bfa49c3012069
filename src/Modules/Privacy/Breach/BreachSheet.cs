using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Privacy.Subjects;
using Microsoft.EntityFrameworkCore;

namespace Layar.Privacy.Breach;

/// <param name="Opened">times something was opened</param>
/// <param name="Things">different things</param>
internal sealed record BreachReader(Guid Staff, string Name, string Role, int Opened, int Things, DateTime First, DateTime Last);

/// <param name="Kind">kind of the read entries</param>
internal sealed record BreachKind(string Kind, int Opened, int Things);

/// <param name="Person">named as far as the viewer may know; otherwise by id</param>
/// <param name="By">names of who opened something about the person</param>
internal sealed record ConcernedPerson(Guid Id, ReadSubject? Person, int Opened, DateTime Last, IReadOnlyList<string> By);

/// <summary>Who opened what, when, and whose data it was: the facts that a notice under article 46 needs.</summary>
/// <param name="Unassigned">openings of things that lead to no person: lists, searches, cases without a person</param>
/// <param name="Whole">nothing was left out for length</param>
internal sealed record BreachSheet(BreachRange Range, IReadOnlyList<BreachReader> Readers, IReadOnlyList<BreachKind> Kinds, IReadOnlyList<ConcernedPerson> Persons, IReadOnlyList<BreachAct> Acts, int Unassigned, bool Whole);

internal sealed record BreachAct(string Kind, int Count);

/// <summary>Fills the worksheet from the read log and the acts.</summary>
internal sealed class BreachReading(AppDb db, NamedSubjects subjects)
{
    public const int Longest = 50_000;

    public async Task<BreachSheet> Sheet(BreachRange range, StaffMember viewer, CancellationToken stop)
    {
        var entries = await Entries(range, stop);
        var named = await subjects.Of(entries.Select(Key), viewer, stop);
        var persons = entries.Select(e => (Entry: e, Person: NamedSubjects.PersonOf(Key(e), named))).ToLookup(e => e.Person, e => e.Entry);
        return new BreachSheet(range,
            [.. entries.GroupBy(e => e.StaffId).Select(Reader).OrderByDescending(r => r.Opened)],
            [.. entries.GroupBy(e => e.SubjectKind).Select(g => new BreachKind(g.Key, g.Count(), g.Select(e => e.Subject).Distinct().Count())).OrderByDescending(k => k.Opened)],
            [.. persons.Where(p => p.Key is not null).Select(p => Concerned(p.Key!.Value, [.. p], named)).OrderByDescending(p => p.Opened)],
            await Acts(range, stop), persons[null].Count(), entries.Count < Longest);
    }

    /// <summary>Oldest first.</summary>
    public Task<List<ReadEntry>> Entries(BreachRange range, CancellationToken stop)
    {
        var entries = db.Set<ReadEntry>().AsNoTracking().Where(e => e.At >= range.From && e.At < range.To);
        if (range.Staff is { } staff) entries = entries.Where(e => e.StaffId == staff);
        return entries.OrderBy(e => e.At).Take(Longest).ToListAsync(stop);
    }

    public static SubjectKey Key(ReadEntry entry) => new(entry.SubjectKind, entry.Subject);

    private static BreachReader Reader(IGrouping<Guid, ReadEntry> g) =>
        new(g.Key, g.Last().StaffName, g.Last().Role, g.Count(), g.Select(e => e.Subject).Distinct().Count(), g.First().At, g.Last().At);

    private static ConcernedPerson Concerned(SubjectKey person, List<ReadEntry> entries, IReadOnlyDictionary<SubjectKey, ReadSubject> named) =>
        new(person.Id, named.GetValueOrDefault(person), entries.Count, entries[^1].At, [.. entries.Select(e => e.StaffName).Distinct()]);

    private async Task<List<BreachAct>> Acts(BreachRange range, CancellationToken stop)
    {
        var acts = db.Set<Act>().Where(a => a.At >= range.From && a.At < range.To && a.ActorId != null);
        if (range.Staff is { } staff) acts = acts.Where(a => a.ActorId == staff);
        return [.. (await acts.GroupBy(a => a.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop)).OrderByDescending(a => a.Count).Select(a => new BreachAct(a.Key, a.Count))];
    }
}
