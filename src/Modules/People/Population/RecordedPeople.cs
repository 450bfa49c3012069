using Layar.Catalogue.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.People.Households;
using Layar.People.Knowledge;
using Layar.People.Participation;
using Layar.People.Persons;
using Layar.People.Registry.DryRun;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Population;

/// <summary>Everybody whom this office has on record, without persons of secret cases; merged persons are one.</summary>
internal sealed class RecordedPeople
{
    private static readonly IReadOnlyList<Trace> Nothing = [];
    private readonly Dictionary<PersonId, List<Trace>> traces = [];
    private readonly Dictionary<PersonId, HouseholdId> homes = [];
    private readonly Dictionary<UInt128, PersonId> byNik = [];
    private readonly HashSet<PersonId> disabled = [];

    public IReadOnlyList<RecordedPerson> Roots { get; private set; } = [];

    /// <param name="db">database</param>
    /// <param name="words">names of sources</param>
    /// <param name="area">of a NIK: a trace that says whether it is of this office</param>
    /// <param name="stop">to give up</param>
    public static async Task<RecordedPeople> Read(AppDb db, PersonWords words, Func<RecordedPerson, Trace?> area, CancellationToken stop)
    {
        var people = new RecordedPeople();
        var all = await db.Set<Person>().AsNoTracking().Where(p => !p.Restricted)
            .Select(p => new RecordedPerson(p.Id, p.MergedInto, p.NikIndex, p.SealedNik, p.BirthDate, p.EstimatedAge, p.AgeGroup, p.Sex, p.Area, p.CreatedAt)).ToListAsync(stop);
        var roots = all.ToDictionary(p => p.Id, p => p.MergedInto ?? p.Id);
        foreach (var person in all.Where(p => p.NikIndex is not null)) people.byNik[SeenRows.Key(person.NikIndex!)] = roots[person.Id];
        foreach (var person in all)
            if (area(person) is { } of) people.Add(roots[person.Id], of);
        await foreach (var row in db.Set<ProgrammeParticipation>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            if (roots.TryGetValue(row.PersonId, out var root) && RecordedTraces.Received(row, words) is { } trace) people.Add(root, trace);
        await foreach (var row in db.Set<PersonCategory>().AsNoTracking().Where(c => c.Code != null).AsAsyncEnumerable().WithCancellation(stop))
            if (roots.TryGetValue(row.PersonId, out var root) && RecordedTraces.Type(row, () => row.Code!, words) is { } trace) people.Add(root, trace);
        await foreach (var row in db.Set<Membership>().AsNoTracking().Where(m => m.Until == null).OrderBy(m => m.Since).AsAsyncEnumerable().WithCancellation(stop))
            if (roots.TryGetValue(row.PersonId, out var root)) people.homes[root] = row.HouseholdId;
        people.Roots = [.. all.Where(p => p.MergedInto is null)];
        return people;
    }

    public PersonId? Of(byte[]? nikIndex) => nikIndex is not null && byNik.TryGetValue(SeenRows.Key(nikIndex), out var person) ? person : null;

    public IReadOnlyList<Trace> Traces(PersonId person) => traces.TryGetValue(person, out var known) ? known : Nothing;

    public HouseholdId? Home(PersonId person) => homes.TryGetValue(person, out var home) ? home : null;

    public bool IsDisabled(PersonId person) => disabled.Contains(person);

    private void Add(PersonId person, Trace trace)
    {
        if (!traces.TryGetValue(person, out var known)) traces[person] = known = [];
        known.Add(trace);
        if (trace.Kind == TraceKind.Disability || trace is { Kind: TraceKind.Ppks, Key: "disabilitas" or "anak-disabilitas" }) disabled.Add(person);
    }
}

/// <summary>A person without name and number, as known best.</summary>
internal sealed record RecordedPerson(PersonId Id, PersonId? MergedInto, byte[]? NikIndex, byte[]? SealedNik, DateOnly? BirthDate, int? EstimatedAge, string AgeGroup, string Sex, string? Area, DateTime CreatedAt)
{
    public int? Age(DateOnly day) => BirthDate is { } born ? born.YearsUntil(day) : EstimatedAge is { } about ? about + Math.Max(0, Wita.Day(CreatedAt).YearsUntil(day)) : null;

    /// <summary>The best that is known of the age, and the sex.</summary>
    public IEnumerable<Trace> Self(DateOnly day, string source)
    {
        if (Age(day) is { } years) yield return new(TraceKind.Person, BirthDate is null ? "estimated-age" : "age", [years.ToString(System.Globalization.CultureInfo.InvariantCulture)], source, day);
        else yield return new(TraceKind.Person, "age-group", [AgeGroup], source, day);
        yield return new(TraceKind.Person, "sex", [Sex], source, day);
    }
}
