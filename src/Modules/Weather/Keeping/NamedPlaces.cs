using Layar.Areas.Contracts;
using Layar.Weather.Bmkg;

namespace Layar.Weather.Keeping;

/// <summary>Whether a warning speaks of a place: by the point of the place, or by the names that the warning writes.</summary>
internal static class NamedPlaces
{
    /// <returns>names of the kecamatan it speaks of, empty for the whole area; null when it speaks of none of it</returns>
    public static IReadOnlyList<string>? In(KeptWarning warning, Area place, IAreas areas)
    {
        var words = $"{warning.Headline} {warning.Words} {warning.Places}";
        var regency = Up(place, 2, areas);
        if (regency is null) return null;
        var districts = place.Level == 2 ? areas.Below(place.Code) : Up(place, 3, areas) is { } one ? [one] : [];
        var inside = districts.Where(d => d is { Lat: { } lat, Lon: { } lon } && Holds(warning.Polygon, lat, lon)).ToList();
        if (Says(words, regency.Name))
        {
            var all = areas.Below(regency.Code).Where(d => Says(words, d.Name)).Select(d => d.Code).ToHashSet();
            if (all.Count == 0) return [];
            inside.AddRange(districts.Where(d => all.Contains(d.Code) && !inside.Contains(d)));
        }
        return inside.Count == 0 ? null : [.. inside.Select(d => d.Name).Order(StringComparer.Ordinal)];
    }

    private static Area? Up(Area place, int level, IAreas areas)
    {
        Area? at = place;
        while (at is not null && at.Level > level) at = areas.Find(at.ParentCode);
        return at?.Level == level ? at : null;
    }

    /// <summary>A whole name, so that "Juai" is not found in a longer word.</summary>
    private static bool Says(string words, string name)
    {
        for (var at = words.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetter(words[at - 1])) && (at + name.Length == words.Length || !char.IsLetter(words[at + name.Length]))) return true;
        return false;
    }

    private static bool Holds(IReadOnlyList<double[]> corners, double lat, double lon)
    {
        var inside = false;
        for (int i = 0, j = corners.Count - 1; i < corners.Count; j = i++)
            if (corners[i][0] > lat != corners[j][0] > lat && lon < (corners[j][1] - corners[i][1]) * (lat - corners[i][0]) / (corners[j][0] - corners[i][0]) + corners[i][1]) inside = !inside;
        return inside;
    }
}
