using Layar.Identity.Contracts;

namespace Layar.Identity.Duties;

/// <summary>What a set of duties amounts to on one day.</summary>
internal static class DutiesInForce
{
    public static StaffMember Member(StaffId id, string userName, string name, IEnumerable<Duty> duties, DateOnly day)
    {
        var held = duties.Where(d => d.InForce(day)).OrderBy(d => d.Acting).ThenBy(d => d.ValidFrom).ToList();
        var own = held.Where(d => d.Acting == Acting.Own).Select(d => d.Role).ToHashSet(StringComparer.Ordinal);
        var acting = held.Where(d => d.Acting != Acting.Own && d.OnBehalfOfName is not null && !own.Contains(d.Role)).DistinctBy(d => d.Role).ToList();
        return new StaffMember(
            id, userName, name,
            held.Select(d => d.Role).ToHashSet(StringComparer.Ordinal),
            Scope(held),
            held.Select(d => d.Division).FirstOrDefault(d => d is not null),
            acting.ToDictionary(d => d.Role, d => d.OnBehalfOfName!, StringComparer.Ordinal))
        {
            ActingAs = acting.ToDictionary(d => d.Role, d => d.Acting.ToString(), StringComparer.Ordinal),
        };
    }

    /// <summary>One duty without areas opens the whole kabupaten.</summary>
    private static IReadOnlyList<string> Scope(List<Duty> held) =>
        held.Any(d => d.Areas.Length == 0) ? [] : [.. held.SelectMany(d => d.AreaCodes).Distinct(StringComparer.Ordinal)];
}
