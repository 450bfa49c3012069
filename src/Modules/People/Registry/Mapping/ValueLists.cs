using System.Collections.Frozen;
using System.Text.Json;

namespace Layar.People.Registry.Mapping;

/// <summary>Words and codes of the official value lists (Registry/Data/value-lists.json): list → folded word or number → our code.</summary>
internal static class ValueLists
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> Lists = Read();

    /// <summary>Our code; null when the list does not know the word.</summary>
    public static string? Find(string list, ReadOnlySpan<char> value)
    {
        Span<char> folded = stackalloc char[128];
        var length = Fold(value, folded);
        return length > 0 && Lists.TryGetValue(list, out var words) && words.TryGetValue(folded[..length], out var code) ? code : null;
    }

    /// <summary>The numbers of a list with our code.</summary>
    public static IEnumerable<(string Number, string Code)> Numbers(string list) =>
        Lists[list].Dictionary.Where(w => w.Key.All(char.IsAsciiDigit)).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, w.Value));

    /// <summary>Letters and digits in lower case. <c>1. Kepala keluarga</c> is read by its words.</summary>
    private static int Fold(ReadOnlySpan<char> value, Span<char> into)
    {
        var (length, digits) = (0, 0);
        if (value.EndsWith(".0")) value = value[..^2];
        foreach (var letter in value)
        {
            if (length == into.Length) return 0;
            if (letter is '.' or ')' or '-' or ':' or ' ' && length > 0 && digits == length) digits = -length;
            if (!char.IsLetterOrDigit(letter)) continue;
            // A number in front of the words is the number of the answer.
            if (digits < 0 && length == -digits && char.IsLetter(letter)) (length, digits) = (0, 0);
            if (char.IsAsciiDigit(letter) && digits == length) digits++;
            into[length++] = char.ToLowerInvariant(letter);
        }
        if (length != 2 || digits != 2 || into[0] != '0') return length;
        into[0] = into[1];
        return 1;
    }

    private static FrozenDictionary<string, FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> Read()
    {
        using var stream = typeof(ValueLists).Assembly.GetManifestResourceStream("Layar.People.Registry.Data.value-lists.json")!;
        var lists = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream)!;
        return lists.ToFrozenDictionary(l => l.Key, l => l.Value.SelectMany(v => v.Value.Select(word => (word, v.Key)))
            .ToFrozenDictionary(p => p.word, p => p.Key, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>(), StringComparer.Ordinal);
    }
}
