using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Loading;

/// <summary>One object of a data file that knows where it stands and which of its fields were read.</summary>
internal sealed partial class Entry(Faults faults, string file, string name, string path, JsonElement json)
{
    private static readonly LocalText NoText = new("", "");
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public string File => file;
    public string Name => name;

    /// <summary>The object as it is written.</summary>
    public string Written => json.GetRawText();

    public void Fault(string field, string what) => faults.Add(file, name, path + field, what);

    public bool Has(string field) => json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    public string Code(string field = "code")
    {
        var code = String(field);
        if (code.Length > 0 && !CodeShape().IsMatch(code)) Fault(field, $"'{code}' is no code (lower-case letters, digits and hyphens)");
        return code;
    }

    public string String(string field) => OptionalString(field) ?? Missing(field, "");

    public string? OptionalString(string field)
    {
        if (Take(field) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        return Wrong(field, "must be a text that is not empty", "");
    }

    public LocalText Text(string field) => OptionalText(field) ?? Missing(field, NoText);

    public LocalText? OptionalText(string field)
    {
        if (Take(field) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Object) return Wrong(field, "must be { \"id\": …, \"en\": … }", NoText);
        var inner = Inner(field + ".", value);
        var text = new LocalText(inner.OptionalString("id") ?? "", inner.OptionalString("en") ?? "");
        if (text.Id.Length == 0) Fault(field + ".id", "the Indonesian text is missing");
        if (text.En.Length == 0) Fault(field + ".en", "the English text is missing");
        inner.Done();
        return text;
    }

    public int Number(string field) => OptionalNumber(field) ?? Missing(field, 0);

    public int? OptionalNumber(string field) => Take(field) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : Wrong(field, "must be a whole number", 0);

    public long Long(string field) => Take(field) is not { } value ? Missing(field, 0L)
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : Wrong(field, "must be a whole number", 0L);

    public decimal? OptionalDecimal(string field) => Take(field) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number
        : Wrong(field, "must be a number", 0m);

    public bool Flag(string field) => Take(field) is { } value && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Wrong(field, "must be true or false", false),
    };

    public DateOnly Day(string field) => OptionalDay(field) ?? Missing(field, DateOnly.MinValue);

    public DateOnly? OptionalDay(string field) => OptionalString(field) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Wrong(field, $"'{text}' is no day (yyyy-mm-dd)", DateOnly.MinValue);

    public T Choice<T>(string field) where T : struct, Enum => Has(field) ? ChoiceOf<T>(field, String(field)) : Missing(field, default(T));

    public T ChoiceOf<T>(string field, string word) where T : struct, Enum =>
        Enum.TryParse<T>(word.Replace("-", ""), ignoreCase: true, out var choice) && !char.IsAsciiDigit(word.FirstOrDefault('0')) ? choice
        : Wrong(field, $"'{word}' is none of {string.Join(", ", Enum.GetNames<T>().Select(Kebab))}", default(T));

    public IReadOnlyList<string> Strings(string field)
    {
        if (Take(field) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(v.GetString())))
            return Wrong<IReadOnlyList<string>>(field, "must be a list of texts", []);
        var texts = value.EnumerateArray().Select(v => v.GetString()!).ToList();
        foreach (var twice in texts.GroupBy(t => t).Where(g => g.Count() > 1)) Fault(field, $"'{twice.Key}' stands twice");
        return texts;
    }

    public IReadOnlyList<int> Numbers(string field) => Take(field) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out _))
            ? [.. value.EnumerateArray().Select(v => v.GetInt32())]
        : Wrong<IReadOnlyList<int>>(field, "must be a list of whole numbers", []);

    public IReadOnlyDictionary<string, int> Points(string field)
    {
        if (Take(field) is not { ValueKind: JsonValueKind.Object } value) return Missing<Dictionary<string, int>>(field, []);
        var inner = Inner(field + ".", value);
        return value.EnumerateObject().ToDictionary(p => p.Name, p => inner.Number(p.Name), StringComparer.Ordinal);
    }

    public IReadOnlyList<Entry> Entries(string field)
    {
        if (Take(field) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.Object))
            return Wrong<IReadOnlyList<Entry>>(field, "must be a list of objects", []);
        return [.. value.EnumerateArray().Select((v, i) => Inner($"{field}[{i}].", v))];
    }

    public Entry? Object(string field) => Take(field) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? Inner(field + ".", value)
        : Wrong<Entry?>(field, "must be an object", null);

    public Validity Validity()
    {
        var validity = new Validity(Day("validFrom"), OptionalDay("validTo"), Text("legalBasis"), Flag("awaitingConfirmation"));
        if (validity.To < validity.From) Fault("validTo", "is before validFrom");
        return validity;
    }

    /// <summary>Call after reading: a field that nobody read is a typing error.</summary>
    public void Done()
    {
        if (json.ValueKind != JsonValueKind.Object) return;
        foreach (var property in json.EnumerateObject().Where(p => !read.Contains(p.Name))) Fault(property.Name, "this field is unknown");
    }

    private Entry Inner(string field, JsonElement value) => new(faults, file, name, path + field, value);

    private JsonElement? Take(string field)
    {
        read.Add(field);
        return Has(field) ? json.GetProperty(field) : null;
    }

    private T Missing<T>(string field, T stand) => Wrong(field, "is missing", stand);

    private T Wrong<T>(string field, string what, T stand)
    {
        Fault(field, what);
        return stand;
    }

    private static string Kebab(string word) => UpperInside().Replace(word, "-$0").ToLowerInvariant();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex CodeShape();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex UpperInside();
}
