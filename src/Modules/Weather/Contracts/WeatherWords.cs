using System.Globalization;
using Layar.Kernel.Texts;

namespace Layar.Weather.Contracts;

/// <summary>The words and pictures for BMKG's codes.</summary>
public static class WeatherWords
{
    public static string Of(WeatherHours hours, TextCatalogue texts) =>
        texts.Has($"weather.code.{hours.Code}") ? texts[$"weather.code.{hours.Code}"]
        : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && hours.WordsEnglish.Length > 0 ? hours.WordsEnglish : hours.Words;

    public static string Icon(WeatherHours hours) => hours.Code switch
    {
        0 or 1 or 2 => "sun",
        60 or 61 or 63 or 80 => "cloud-rain",
        95 or 97 => "cloud-storm",
        _ => "cloud",
    };
}
