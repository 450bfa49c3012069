using Layar.Identity.Contracts;

namespace Layar.Identity.Duties;

/// <summary>What a set of duties amounts to on one day.</summary>
internal static class DutiesInForce
{
    public static StaffMember Member(StaffId id, string userName, string name, IEnumerable<Duty> duties, DateOnly day)
    {
        var held = duties.Where(d => d.InForce(day)).OrderBy(d => d.Acting).ThenBy(d => d.ValidFrom).ToList();
        var own = held.Where(d => d.Acting == Acting.Own).Select(d => d.Role).ToHashSet(StringComparer.Ordinal);
        return new StaffMember(
            id, userName, name,
            held.Select(d => d.Role).ToHashSet(StringComparer.Ordinal),
            Scope(held),
            held.Select(d => d.Division).FirstOrDefault(d => d is not null),
            held.Where(d => d.Acting != Acting.Own && !own.Contains(d.Role) && d.OnBehalfOfName is not null)
                .GroupBy(d => d.Role, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => $"{g.First().Acting}. {g.First().OnBehalfOfName}", StringComparer.Ordinal));
    }

    /// <summary>One duty without areas opens the whole kabupaten.</summary>
    private static IReadOnlyList<string> Scope(List<Duty> held) =>
        held.Any(d => d.Areas.Length == 0) ? [] : [.. held.SelectMany(d => d.AreaCodes).Distinct(StringComparer.Ordinal)];
}
