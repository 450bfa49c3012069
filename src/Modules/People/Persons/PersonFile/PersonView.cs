using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Categories;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Households;
using Layar.People.Merging;
using Layar.People.Participation;
using Layar.People.Unidentified;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Persons;

/// <summary>Somebody of the household as the card shows him.</summary>
/// <param name="Programmes">none of somebody whom the viewer may not see</param>
/// <param name="Told">name and age with their sources</param>
internal sealed record CardMember(HouseholdMember Member, KnownFacts Told, IReadOnlyList<HeldCategory> Categories, IReadOnlyList<ProgrammeParticipation> Programmes)
{
    /// <summary>Where the name comes from; null of somebody without one.</summary>
    public KnownFact? Name => Told.Best("name") ?? Told.Best("alias");

    /// <summary>Where the age comes from; null when nobody knows it.</summary>
    public KnownFact? Age => Told.Best("birthDate") ?? Told.Best("estimatedAge");
}

/// <summary>All that the page of a person shows, read for one officer.</summary>
internal sealed record PersonView
{
    public required KnownFacts Facts { get; init; }
    public required IReadOnlyList<HeldCategory> Categories { get; init; }
    public required IReadOnlyList<ProgrammeParticipation> Programmes { get; init; }
    public required HouseholdId? Household { get; init; }
    public required IReadOnlyList<CardMember> Card { get; init; }
    public required IReadOnlyList<PersonPanelContent> Panels { get; init; }

    /// <summary>Newest first, the latest fifty, of the person and of those merged into it.</summary>
    public required IReadOnlyList<Act> Acts { get; init; }
    public required IReadOnlyList<PersonPair> Pairs { get; init; }
    public required IReadOnlyList<PersonPhoto> Photos { get; init; }

    /// <summary>Programmes that the household receives on the day.</summary>
    public IReadOnlySet<string> Running(DateOnly day) => InHousehold.Where(p => p.RunsOn(day)).Select(p => p.Programme).ToHashSet();

    /// <summary>What the household receives in a year by what runs on the day.</summary>
    public HouseholdTotal Total(DateOnly day) => HouseholdTotal.Of(InHousehold.Where(p => p.RunsOn(day)));

    /// <summary>Of everybody in it whom the viewer may see, each once.</summary>
    private IEnumerable<ProgrammeParticipation> InHousehold => Programmes.Concat(Card.SelectMany(c => c.Programmes)).DistinctBy(p => p.Id);
}

internal sealed class PersonViewing(AppDb db, FactBook facts, CategoryBook categories, HouseholdReading households, IEnumerable<IPersonPanel> panels)
{
    private const int LatestActs = 50;

    public async Task<PersonView> Read(PersonGroup group, StaffMember member, CancellationToken stop)
    {
        var ids = group.Ids;
        var household = await households.Of(ids, member, stop);
        var everybody = ids.Concat(household?.Members.Where(m => m.Visible).Select(m => m.Person.Id) ?? []).Distinct().ToList();
        var types = await categories.Of(everybody, member, stop);
        var programmes = await db.Set<ProgrammeParticipation>().AsNoTracking().Where(p => everybody.Contains(p.PersonId)).OrderByDescending(p => p.Since).ToListAsync(stop);
        var told = household is null ? null : await facts.Believed([.. household.Members.Where(m => m.Visible).Select(m => m.Person)], ["name", "alias", "birthDate", "estimatedAge"], stop);
        var chains = ids.Select(i => i.Value).ToList();
        return new PersonView
        {
            Facts = await facts.Of(group.All, stop),
            Categories = [.. types.Where(c => ids.Contains(c.Person))],
            Programmes = [.. programmes.Where(p => ids.Contains(p.PersonId))],
            Household = household?.Id,
            Card = [.. household?.Members.Select(m => new CardMember(m, told?.GetValueOrDefault(m.Person.Id) ?? KnownFacts.None, [.. types.Where(c => c.Person == m.Person.Id && !c.Hidden && !c.Sensitive)], [.. programmes.Where(p => p.PersonId == m.Person.Id || (ids.Contains(p.PersonId) && m.Person.Id == group.Person.Id))])) ?? []],
            Panels = await Panels(ids, member, stop),
            Acts = MergedActs.Once(await db.Set<Act>().AsNoTracking().Where(a => chains.Contains(a.Chain)).OrderByDescending(a => a.At).ThenByDescending(a => a.Seq).Take(LatestActs).ToListAsync(stop)),
            Pairs = await db.Set<PersonPair>().AsNoTracking().Where(p => ids.Contains(p.First) || ids.Contains(p.Second)).ToListAsync(stop),
            Photos = member.HasAny(PersonAccess.PhotoViewers) ? await db.Set<PersonPhoto>().AsNoTracking().Where(p => ids.Contains(p.PersonId)).OrderBy(p => p.AddedAt).ToListAsync(stop) : [],
        };
    }

    private async Task<IReadOnlyList<PersonPanelContent>> Panels(IReadOnlyList<PersonId> ids, StaffMember member, CancellationToken stop)
    {
        var contents = new List<PersonPanelContent>();
        foreach (var panel in panels.OrderBy(p => p.Order))
            if (await panel.For(ids, member, stop) is { } content) contents.Add(content);
        return contents;
    }
}
