using System.Globalization;
using Layar.Areas.Contracts;

namespace Layar.Cases.Visits;

/// <summary>Where a phone says it is: degrees, accuracy in metres.</summary>
internal sealed record Position(double Lat, double Lon, int? Accuracy)
{
    private const double EarthMetres = 6_371_000;

    /// <summary>Null when the phone gave none, or none that can be.</summary>
    public static Position? Read(string? lat, string? lon, string? accuracy)
    {
        if (!TryDegrees(lat, 90, out var north) || !TryDegrees(lon, 180, out var east)) return null;
        int? metres = int.TryParse(accuracy, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? Math.Min(read, 100_000) : null;
        return new(north, east, metres);
    }

    /// <summary>Metres as the crow flies; null when the point of the area is not known.</summary>
    public int? MetresTo(Area? area) => area is { Lat: { } lat, Lon: { } lon } ? (int)Math.Round(Metres(lat, lon)) : null;

    private double Metres(double lat, double lon)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var (north, east) = (Radians(lat - Lat), Radians(lon - Lon));
        var half = Math.Pow(Math.Sin(north / 2), 2) + Math.Cos(Radians(Lat)) * Math.Cos(Radians(lat)) * Math.Pow(Math.Sin(east / 2), 2);
        return 2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static bool TryDegrees(string? text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= most;
}
