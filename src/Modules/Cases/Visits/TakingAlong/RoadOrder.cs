namespace Layar.Cases.Visits.TakingAlong;

/// <summary>
/// An order in which to drive: from the first visit always on to the nearest one that is left, by the points of the villages as the crow
/// flies; roads are not known. Visits to villages without a point come last, by hour.
/// </summary>
internal static class RoadOrder
{
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> visits, Func<T, (double Lat, double Lon)?> at)
    {
        var left = visits.ToList();
        var (placed, ordered) = (left.Where(v => at(v) is not null).ToList(), new List<T>());
        while (placed.Count > 0)
        {
            var next = ordered.Count == 0 ? placed[0] : placed.MinBy(v => Way(at(ordered[^1])!.Value, at(v)!.Value))!;
            placed.Remove(next);
            ordered.Add(next);
        }
        return [.. ordered, .. left.Where(v => at(v) is null)];
    }

    /// <summary>Good enough to compare within a kabupaten.</summary>
    private static double Way((double Lat, double Lon) from, (double Lat, double Lon) to)
    {
        var east = (to.Lon - from.Lon) * Math.Cos(from.Lat * Math.PI / 180);
        return (to.Lat - from.Lat) * (to.Lat - from.Lat) + east * east;
    }
}
