using Layar.Identity.Contracts;
using Layar.People.Contracts;

namespace Layar.People.Persons;

/// <summary>Who may see which persons, and do what with them: the one place that decides.</summary>
internal sealed class PersonAccess(IEnumerable<IRestrictedPersons> restricted)
{
    /// <summary>May correct facts, households, types and participations.</summary>
    public static readonly string[] Writers = [Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker];

    /// <summary>May say that two are one.</summary>
    public static readonly string[] Mergers = [Roles.Operator, Roles.Supervisor, Roles.Manager];

    /// <summary>See photos of persons.</summary>
    public static readonly string[] PhotoViewers = [Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DistrictWorker, Roles.VillageDesk];

    /// <summary>See the types that the law calls sensitive (violence, HIV, NAPZA, trafficking).</summary>
    public static readonly string[] SensitiveReaders = [Roles.Supervisor, Roles.Manager, Roles.Head];

    private static readonly string[] Keepers = [Roles.Manager, Roles.Head];

    public static bool SeesRestricted(StaffMember member) => member.HasAny(Keepers);

    /// <summary>Only the persons this officer may find in lists.</summary>
    public static IQueryable<Person> Filter(IQueryable<Person> persons, StaffMember member)
    {
        if (!SeesRestricted(member)) persons = persons.Where(p => !p.Restricted);
        if (member.AreaScope.Count == 0) return persons;
        var exact = member.AreaScope.ToList();
        var below = exact.Select(s => s + ".").ToList();
        return persons.Where(p => exact.Contains(p.Area!) || below.Any(s => p.Area!.StartsWith(s)));
    }

    /// <summary>The same for one person at hand, without the officers named for a secret case.</summary>
    public static bool Finds(bool isRestricted, string? area, StaffMember member) => (!isRestricted || SeesRestricted(member)) && member.MaySeeArea(area);

    /// <param name="all">the person and those merged into it; one of them in the officer's area is enough</param>
    public async Task<bool> MaySee(IReadOnlyList<Person> all, StaffMember member, CancellationToken stop)
    {
        if (!all.Any(p => member.MaySeeArea(p.Area))) return false;
        if (SeesRestricted(member) || all.All(p => !p.Restricted)) return true;
        var ids = all.Select(p => p.Id).ToList();
        foreach (var keeper in restricted)
            if (await keeper.IsNamedFor(ids, member, stop)) return true;
        return false;
    }
}
