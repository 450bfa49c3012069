using System.Collections.Frozen;
using Layar.Areas.Contracts;

namespace Layar.Areas.Listed;

/// <summary>The areas in force as one reading found them. Immutable; a reload puts another in its place.</summary>
internal sealed class AreaTable
{
    public static readonly AreaTable Empty = new([], []);

    private readonly FrozenDictionary<string, Area> byCode;
    private readonly ILookup<string, Area> byParent;
    private readonly ILookup<string, Area> byFolded;

    public AreaTable(IReadOnlyList<Area> areas, IEnumerable<(string Folded, string Code)> aliases)
    {
        byCode = areas.ToFrozenDictionary(a => a.Code, StringComparer.Ordinal);
        byParent = areas.OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase).ToLookup(a => a.ParentCode, StringComparer.Ordinal);
        byFolded = areas.Select(a => (AreaName.Fold(a.Name), a))
            .Concat(aliases.Where(a => byCode.ContainsKey(a.Code)).Select(a => (a.Folded, byCode[a.Code])))
            .DistinctBy(pair => (pair.Item1, pair.Item2.Code))
            .ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
    }

    public int Count => byCode.Count;

    public Area? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    public IReadOnlyList<Area> Below(string parentCode) => [.. byParent[parentCode]];

    public IReadOnlyList<Area> Named(string name, string? within) =>
        [.. byFolded[AreaName.Fold(name)].Where(a => within is null || a.Code == within || a.Code.StartsWith(within + ".", StringComparison.Ordinal)).OrderBy(a => a.Level).ThenBy(a => a.Code, StringComparer.Ordinal)];

    public string? Describe(string? code) => Find(code) switch
    {
        null => null,
        { Level: 4 } village when Find(village.ParentCode) is { } district => $"{village.Name}, {district.Name}",
        var area => area.Name,
    };
}
