using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Layar.Weather.Bmkg;

/// <summary>A warning as it is kept: for everybody, before it is known which of our places it names.</summary>
/// <param name="Polygon">corners, latitude and longitude; empty when none is given</param>
internal sealed record KeptWarning(string Headline, DateTime From, DateTime Until, string Words, string Places, IReadOnlyList<double[]> Polygon);

/// <summary>Reads the feed (RSS 2.0) and its warnings (CAP 1.2).</summary>
internal static class WarningReading
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    /// <returns>the address of each entry</returns>
    /// <exception cref="FormatException">not a feed</exception>
    public static IReadOnlyList<string> Feed(string xml) =>
        [.. Load(xml).Descendants("item").Select(i => i.Element("link")?.Value.Trim() ?? "").Where(address => address.Length > 0)];

    /// <returns>null when the entry says nothing of a time or a place</returns>
    /// <exception cref="FormatException">not a warning</exception>
    public static KeptWarning? Warning(string xml)
    {
        var infos = Load(xml).Descendants(Cap + "info").ToList();
        var info = infos.FirstOrDefault(i => Text(i, "language")?.StartsWith("id", StringComparison.OrdinalIgnoreCase) == true) ?? infos.FirstOrDefault();
        if (info is null || Moment(Text(info, "expires")) is not { } until) return null;
        var areas = info.Elements(Cap + "area").ToList();
        return new(
            Text(info, "headline") ?? "", Moment(Text(info, "effective")) ?? until.AddHours(-3), until,
            Text(info, "description") ?? "", string.Join("; ", areas.Select(a => Text(a, "areaDesc")).OfType<string>()), [.. Corners(areas.Select(a => Text(a, "polygon")).OfType<string>().FirstOrDefault())]);
    }

    private static IEnumerable<double[]> Corners(string? polygon)
    {
        foreach (var corner in (polygon ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (corner.Split(',') is [var lat, var lon] && double.TryParse(lat, CultureInfo.InvariantCulture, out var y) && double.TryParse(lon, CultureInfo.InvariantCulture, out var x)) yield return [y, x];
    }

    private static DateTime? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime : null;

    private static string? Text(XElement element, string name) => element.Element(Cap + name)?.Value.Trim();

    private static XDocument Load(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException wrong)
        {
            throw new FormatException("This is no XML.", wrong);
        }
    }
}
