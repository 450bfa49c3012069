namespace Layar.Weather.Contracts;

/// <summary>Three hours of weather in a village.</summary>
/// <param name="At">begin, UTC</param>
/// <param name="Code">BMKG's code, e.g. 63 for heavy rain</param>
/// <param name="Words">BMKG's own words, for codes that are unknown here</param>
/// <param name="WindKmh">km/h</param>
public sealed record WeatherHours(DateTime At, int Code, string Words, string WordsEnglish, double Celsius, double WindKmh)
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(3);

    /// <summary>Heavy rain or thunder: nobody should be on a river or a hill path.</summary>
    public bool Rough => Code is 63 or 95 or 97;
}

/// <param name="FetchedAt">when BMKG was asked, UTC; the data may be older than the newest when BMKG does not answer</param>
/// <param name="Hours">from the present three hours on, by time; empty when all of it is past</param>
public sealed record VillageForecast(string Village, DateTime FetchedAt, IReadOnlyList<WeatherHours> Hours)
{
    /// <summary>The three hours that hold a moment (UTC); null when the forecast does not reach so far.</summary>
    public WeatherHours? At(DateTime moment) => Hours.LastOrDefault(h => h.At <= moment && moment < h.At + WeatherHours.Length);
}

/// <summary>An early warning of BMKG (nowcast, CAP 1.2) that is in force.</summary>
/// <param name="Until">UTC</param>
/// <param name="AreaNames">names of the kecamatan below the asked area that it speaks of; empty when it names the whole area</param>
public sealed record WeatherWarning(string Headline, DateTime From, DateTime Until, string Words, IReadOnlyList<string> AreaNames);

/// <summary>Forecasts and warnings of BMKG through a cache: BMKG is asked seldom, and its silence shows the last answer with its time. Source: data.bmkg.go.id.</summary>
public interface IWeather
{
    /// <summary>The forecast of a village (Kemendagri code). Null when BMKG never answered for it.</summary>
    /// <param name="patience">how long the first answer for a village may be waited for; zero: only what is known</param>
    Task<VillageForecast?> Forecast(string village, TimeSpan patience, CancellationToken stop);

    /// <summary>What is known of several villages; older answers are renewed behind the page. Villages of which nothing is known are missing.</summary>
    Task<IReadOnlyDictionary<string, VillageForecast>> Known(IReadOnlyCollection<string> villages, CancellationToken stop);

    /// <summary>Warnings in force now for a kabupaten, kecamatan or village. Never waits for BMKG.</summary>
    Task<IReadOnlyList<WeatherWarning>> Warnings(string area, CancellationToken stop);
}
