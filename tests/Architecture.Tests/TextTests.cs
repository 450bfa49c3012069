using System.Text.RegularExpressions;
using Layar.Kernel.Acts;
using Layar.Kernel.Texts;

namespace Layar.Architecture.Tests;

[Trait("Kind", "architecture")]
public sealed partial class TextTests
{
    private static readonly TextCatalogue Texts = new(House.Assemblies);

    [Fact]
    public void Every_text_stands_in_both_languages()
    {
        var indonesian = Texts.In(TextCatalogue.Indonesian).Keys.Order(StringComparer.Ordinal);
        var english = Texts.In(TextCatalogue.English).Keys.Order(StringComparer.Ordinal);

        Assert.Equal(indonesian, english);
    }

    [Fact]
    public void A_role_has_one_name_everywhere()
    {
        foreach (var language in new[] { TextCatalogue.Indonesian, TextCatalogue.English })
        {
            var texts = Texts.In(language);
            var roles = texts.Where(t => t.Key.StartsWith("identity.role.", StringComparison.Ordinal)).ToDictionary(t => t.Key["identity.role.".Length..], t => t.Value);
            var other = texts.Where(t => RoleName().Match(t.Key) is { Success: true } m && roles.TryGetValue(m.Groups[1].Value, out var name) && !name.Equals(t.Value, StringComparison.OrdinalIgnoreCase)).Select(t => t.Key);
            Assert.Empty(other);
        }
    }

    [Fact]
    public void A_letter_or_rule_that_does_not_count_yet_is_called_konsep() =>
        Assert.Empty(Texts.In(TextCatalogue.Indonesian).Where(t => t.Value.Split(' ', '.', ',').Contains("draft", StringComparer.OrdinalIgnoreCase)).Select(t => t.Key));

    [GeneratedRegex(@"^(?:cases|letters|visits)\.role\.([a-z]+)$")]
    private static partial Regex RoleName();

    [Fact]
    public void Both_languages_use_the_same_placeholders()
    {
        var different = Texts.In(TextCatalogue.Indonesian)
            .Where(t => !Places(t.Value).SetEquals(Places(Texts.In(TextCatalogue.English).GetValueOrDefault(t.Key, "")))).Select(t => t.Key);

        Assert.Empty(different);
    }

    [Fact]
    public void Every_key_that_a_page_names_exists()
    {
        var missing = House.Sources(".cshtml", ".cs")
            .SelectMany(f => KeyUse().Matches(File.ReadAllText(f)).Select(m => (Key: m.Groups[1].Value, File: Path.GetFileName(f))))
            .Where(u => !u.Key.EndsWith('.') && !Texts.Has(u.Key)).Distinct();

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_act_that_is_recorded_has_words()
    {
        var kinds = House.Sources(".cs").SelectMany(f => Recorded().Matches(File.ReadAllText(f)).SelectMany(m => m.Groups["kind"].Captures).Select(c => c.Value)).Distinct().ToList();

        var unworded = kinds.Where(k => !Texts.HasDid(k)).ToList();

        Assert.True(kinds.Count > 30);
        Assert.Empty(unworded);
    }

    private static HashSet<string> Places(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholder();

    // What stands as the kind in Record(chain, kind, …): a name, or the choice between two.
    [GeneratedRegex("""\.(?:Record|Compose)\([^,;]+?, (?:[^",;]+ \? )?"(?<kind>[A-Z][A-Za-z]+)"(?: : "(?<kind>[A-Z][A-Za-z]+)")?,""")]
    private static partial Regex Recorded();

    [GeneratedRegex("""Texts\["([a-z]+\.[a-zA-Z0-9._-]+)"[\],]""")]
    private static partial Regex KeyUse();

    /// <summary>Whoever left school after the sixth grade reads sentences of fifteen words and few long words; words of an office he does not know.</summary>
    [Fact]
    public void What_citizens_read_is_plain()
    {
        var read = Texts.In(TextCatalogue.Indonesian).Where(t => ForCitizens.Any(f => t.Key.StartsWith(f, StringComparison.Ordinal)) && !ForStaff.Any(f => t.Key.StartsWith(f, StringComparison.Ordinal))).ToList();
        var sentences = read.SelectMany(t => SentenceEnd().Split(t.Value).Select(s => (t.Key, Words: Words(s)))).Where(s => s.Words.Count > 0).ToList();
        var words = sentences.SelectMany(s => s.Words).ToList();
        Assert.True(words.Count > 2000, "the texts are found");
        Assert.Empty(sentences.Where(s => s.Words.Count > 15).Select(s => $"{s.Key}: {string.Join(' ', s.Words)}"));
        Assert.Empty(sentences.Where(s => s.Words.Any(OfficeWords.Contains)).Select(s => $"{s.Key}: {string.Join(' ', s.Words)}"));
        Assert.InRange(words.Count / (double)sentences.Count, 2, 8);
        Assert.InRange(words.Count(w => Vowels().Count(w) > 5) / (double)words.Count, 0, 0.02);
    }

    private static readonly string[] ForCitizens = ["intake.", "catalogue.check.", "weather."];
    private static readonly string[] ForStaff = ["intake.desk.", "intake.poster."];

    private static readonly HashSet<string> OfficeWords = new(
    [
        "verifikasi", "diverifikasi", "validasi", "otentikasi", "autentikasi", "disposisi", "asesmen", "identifikasi", "koneksi", "server", "valid", "submit", "upload", "input", "error", "opsi", "registrasi",
        "notifikasi", "enkripsi", "karakter", "cache", "default", "token", "parameter", "login", "klik", "pemutakhiran", "intervensi", "tertaut", "terlampir", "dimaksud", "sebagaimana",
    ], StringComparer.OrdinalIgnoreCase);

    private static List<string> Words(string sentence) => [.. Word().Matches(sentence).Select(m => m.Value.ToLowerInvariant())];

    [GeneratedRegex(@"(?<=[.!?:;])\s+|\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[A-Za-z]+(-[A-Za-z]+)*")]
    private static partial Regex Word();

    [GeneratedRegex("[aiueo]")]
    private static partial Regex Vowels();
}
