using Layar.Areas.Contracts;

namespace Layar.People.Registry.Mapping;

/// <summary>
/// Which village a row means. Files carry Kemendagri codes, BPS codes of ten digits, names, or all of them. No crosswalk is published:
/// where a row names kecamatan and desa beside a BPS code, the code is learnt.
/// </summary>
internal sealed class VillageFinder(IAreas areas, string home, IReadOnlyDictionary<string, string> learnt)
{
    private const int MostKept = 50_000;
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>BPS codes met in this import together with names.</summary>
    public Dictionary<string, string> Learnt { get; } = new(StringComparer.Ordinal);

    /// <returns>Kemendagri code; null when the row does not say, or says what nobody knows</returns>
    public string? Find(ReadOnlySpan<char> village, ReadOnlySpan<char> district, ReadOnlySpan<char> regency, ReadOnlySpan<char> code)
    {
        Span<char> key = stackalloc char[320];
        if (village.Length + district.Length + regency.Length + code.Length > key.Length - 3) return null;
        key = key[..At(key, village, district, regency, code)];
        var look = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (look.TryGetValue(key, out var found)) return found;
        found = Look(village.ToString(), district.ToString(), regency.ToString(), Digits(code));
        if (known.Count < MostKept) known[key.ToString()] = found;
        return found;
    }

    private static int At(Span<char> key, ReadOnlySpan<char> a, ReadOnlySpan<char> b, ReadOnlySpan<char> c, ReadOnlySpan<char> d)
    {
        var at = 0;
        Add(key, a, ref at);
        Add(key, b, ref at);
        Add(key, c, ref at);
        d.CopyTo(key[at..]);
        return at + d.Length;
    }

    private static void Add(Span<char> key, ReadOnlySpan<char> part, ref int at)
    {
        part.CopyTo(key[at..]);
        at += part.Length;
        key[at++] = '\u001F';
    }

    private string? Look(string village, string district, string regency, string digits)
    {
        var named = village.Length == 0 || IsNumber(village) ? null : Named(village, district, regency);
        if (named is null && IsNumber(village) && digits.Length == 0) digits = Digits(village);
        if (digits.Length != 10) return named;
        var dotted = $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..]}";
        if (named is null) return areas.Find(dotted) is { Level: 4 } ? dotted : learnt.GetValueOrDefault(digits) ?? Learnt.GetValueOrDefault(digits);
        if (named != dotted && district.Length > 0) Learnt[digits] = named;
        return named;
    }

    private string? Named(string village, string district, string regency)
    {
        var within = regency.Length == 0 ? home : areas.Named(regency).FirstOrDefault(a => a.Level == 2)?.Code ?? home;
        var inside = district.Length == 0 ? within : areas.Named(district, within).FirstOrDefault(a => a.Level == 3)?.Code;
        if (inside is null) return null;
        var found = areas.Named(village, inside).Where(a => a.Level == 4).Take(2).ToList();
        return found.Count == 1 ? found[0].Code : null;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c == '.');

    private static string Digits(ReadOnlySpan<char> code)
    {
        Span<char> digits = stackalloc char[16];
        var count = 0;
        foreach (var c in code)
            if (char.IsAsciiDigit(c) && count < digits.Length) digits[count++] = c;
        return digits[..count].ToString();
    }
}
