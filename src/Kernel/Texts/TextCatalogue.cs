using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Layar.Kernel.Texts;

/// <summary>
/// Every sentence a person reads, by key, in Indonesian and English. A module embeds <c>Texts/id.json</c> and
/// <c>Texts/en.json</c>, or one pair a folder (<c>Texts/visits.id.json</c>): flat objects of key to text; keys start with the module's name in lower case
/// (<c>intake.where.title</c>). Placeholders are <c>{0}</c>, <c>{1}</c>.
/// </summary>
public sealed class TextCatalogue
{
    public static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private readonly FrozenDictionary<string, string> indonesian;
    private readonly FrozenDictionary<string, string> english;

    public TextCatalogue(IEnumerable<Assembly> assemblies)
    {
        var list = assemblies.Distinct().ToList();
        indonesian = Read(list, "id");
        english = Read(list, "en");
    }

    public IReadOnlyDictionary<string, string> In(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "en" ? english : indonesian;

    public bool Has(string key) => indonesian.ContainsKey(key);

    /// <summary>The text in the culture of the request; a missing key shows itself, so that a test and an eye find it.</summary>
    public string this[string key] => Find(key) ?? key;

    /// <summary>The text in the culture of the request; null when no text has this key.</summary>
    public string? Find(string key) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && english.TryGetValue(key, out var text) || indonesian.TryGetValue(key, out text) ? text : null;

    public string this[string key, params object?[] values] => string.Format(CultureInfo.CurrentCulture, this[key], values);

    /// <summary>The Indonesian text, for letters and acts, whatever language the reader uses.</summary>
    public string Official(string key, params object?[] values) =>
        string.Format(Indonesian, indonesian.GetValueOrDefault(key) ?? key, values);

    private static FrozenDictionary<string, string> Read(IEnumerable<Assembly> assemblies, string language)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Texts.", StringComparison.Ordinal) && n.EndsWith($".{language}.json", StringComparison.Ordinal)))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                    if (!all.TryAdd(key, text)) throw new InvalidOperationException($"Text key {key} stands twice ({assembly.GetName().Name}).");
            }
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
