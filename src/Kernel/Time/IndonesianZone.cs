namespace Layar.Kernel.Time;

/// <summary>
/// The three zones of Indonesia (Keppres 41/1987). None has daylight saving time, so a fixed offset is enough and
/// no time zone database has to be present on the server.
/// </summary>
public static class IndonesianZone
{
    /// <summary>Hours ahead of UTC, or null for a zone outside Indonesia.</summary>
    public static TimeSpan? Offset(string zone) => zone switch
    {
        "Asia/Jakarta" or "Asia/Pontianak" => TimeSpan.FromHours(7),
        "Asia/Makassar" => TimeSpan.FromHours(8),
        "Asia/Jayapura" => TimeSpan.FromHours(9),
        _ => null,
    };
}
