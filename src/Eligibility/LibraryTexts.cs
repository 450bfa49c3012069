using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Layar.Eligibility;

/// <summary>The sentences of this library, in Indonesian and English.</summary>
internal static class LibraryTexts
{
    private static readonly FrozenDictionary<string, string> Indonesian = Read("id"), English = Read("en");

    public static IEnumerable<string> KeysOf(string language) => (language == "en" ? English : Indonesian).Keys;

    public static string Format(CultureInfo culture, string key, params object[] arguments) =>
        string.Format(culture, (culture.TwoLetterISOLanguageName == "en" ? English : Indonesian)[key], arguments);

    private static FrozenDictionary<string, string> Read(string language)
    {
        var assembly = typeof(LibraryTexts).Assembly;
        using var stream = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith($"eligibility.{language}.json", StringComparison.Ordinal)))!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
