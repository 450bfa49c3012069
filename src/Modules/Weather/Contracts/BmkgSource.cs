namespace Layar.Weather.Contracts;

/// <summary>Where BMKG is asked. Nobody is asked when an address is missing.</summary>
/// <param name="Forecast">address to which <c>?adm4=63.11.06.1023</c> is added</param>
/// <param name="Warnings">RSS feed of the early warnings</param>
public sealed record BmkgSource(Uri? Forecast, Uri? Warnings)
{
    public static readonly BmkgSource Nobody = new(null, null);

    private static readonly BmkgSource Official = new(new("https://api.bmkg.go.id/publik/prakiraan-cuaca"), new("https://www.bmkg.go.id/alerts/nowcast/id"));

    /// <param name="setting"><c>off</c>, an address that stands for both (with <c>/prakiraan-cuaca</c> and <c>/nowcast</c> below it), or nothing for BMKG itself</param>
    /// <exception cref="ArgumentException">not an address</exception>
    public static BmkgSource Parse(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return Official;
        if (setting.Trim() == "off") return Nobody;
        var place = setting.Trim().TrimEnd('/');
        return Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new(new($"{place}/prakiraan-cuaca"), new($"{place}/nowcast"))
            : throw new ArgumentException($"'{setting}' in 'weather' is neither 'off' nor an address such as https://cuaca.example.go.id.");
    }
}
