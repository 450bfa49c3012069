using System.Globalization;
using System.Text.Json;
using Layar.Weather.Contracts;

namespace Layar.Weather.Bmkg;

/// <summary>Reads the forecast of a village as BMKG writes it: days, each with up to eight times of three hours.</summary>
internal static class ForecastReading
{
    /// <exception cref="FormatException">not a forecast</exception>
    public static IReadOnlyList<WeatherHours> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var hours = document.RootElement.GetProperty("data").EnumerateArray().SelectMany(d => d.GetProperty("cuaca").EnumerateArray())
                .SelectMany(day => day.EnumerateArray()).Select(Hours).OrderBy(h => h.At).ToList();
            return hours.Count > 0 ? hours : throw new FormatException("The forecast is empty.");
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("This is no forecast.", wrong);
        }
    }

    private static WeatherHours Hours(JsonElement item) => new(
        DateTime.Parse(item.GetProperty("utc_datetime").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        (int)Number(item, "weather"), Text(item, "weather_desc") ?? "", Text(item, "weather_desc_en") ?? "", Number(item, "t"), Number(item, "ws"));

    private static double Number(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
