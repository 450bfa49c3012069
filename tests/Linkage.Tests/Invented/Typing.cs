namespace Layar.Linkage.Tests.Invented;

/// <summary>Errors of typing, hearing and scanning.</summary>
internal static class Typing
{
    private static readonly string[] Neighbours = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"];
    private static readonly (string, string)[] Heard = [("ph", "f"), ("ck", "k"), ("ie", "ei"), ("ee", "i"), ("y", "i"), ("z", "s"), ("c", "k"), ("ou", "u"), ("ll", "l"), ("th", "t"), ("sh", "s"), ("a", "e")];
    private static readonly (string, string)[] Scanned = [("m", "rn"), ("l", "1"), ("o", "0"), ("s", "5"), ("b", "6"), ("g", "q"), ("h", "n"), ("e", "c"), ("u", "v"), ("1", "7"), ("8", "3")];

    /// <summary>One insertion, deletion, substitution, transposition or stray blank.</summary>
    public static string Slip(string text, Random random)
    {
        if (text.Length < 2) return text;
        var at = random.Next(text.Length);
        return random.Next(6) switch
        {
            0 => text.Insert(at, Near(text[at], random).ToString()),
            1 => text.Remove(at, 1),
            2 or 3 => text[..at] + Near(text[at], random) + text[(at + 1)..],
            4 when at > 0 => text[..(at - 1)] + text[at] + text[at - 1] + text[(at + 1)..],
            4 => text[1].ToString() + text[0] + text[2..],
            _ when text.Contains(' ', StringComparison.Ordinal) => text.Remove(text.IndexOf(' ', StringComparison.Ordinal), 1),
            _ when char.IsAsciiDigit(text[0]) => text.Remove(at, 1),
            _ => text.Insert(at, " "),
        };
    }

    public static string Mishear(string text, Random random) => Swap(text, Heard, random);

    public static string Misscan(string text, Random random) => Swap(text, Scanned, random);

    /// <summary>Two letters change places, wherever they stand, and one may be lost.</summary>
    public static string Scramble(string text, Random random)
    {
        if (text.Length < 3) return text;
        var letters = text.ToCharArray().ToList();
        var (a, b) = (random.Next(letters.Count), random.Next(letters.Count));
        (letters[a], letters[b]) = (letters[b], letters[a]);
        if (random.Next(2) == 0) letters.RemoveAt(random.Next(letters.Count));
        return new string([.. letters]);
    }

    /// <summary>One of the errors above.</summary>
    public static string Err(string text, Random random) => random.Next(10) switch
    {
        < 7 => Slip(text, random),
        < 9 => Mishear(text, random),
        _ => Misscan(text, random),
    };

    private static char Near(char c, Random random)
    {
        var row = Array.Find(Neighbours, r => r.Contains(c));
        if (row is null || random.Next(3) == 0) return char.IsAsciiDigit(c) ? (char)('0' + random.Next(10)) : (char)('a' + random.Next(26));
        var at = row.IndexOf(c) + (random.Next(2) == 0 ? -1 : 1);
        return row[(at + row.Length) % row.Length];
    }

    private static string Swap(string text, (string, string)[] table, Random random)
    {
        var found = table.SelectMany(p => new[] { p, (p.Item2, p.Item1) }).Where(p => text.Contains(p.Item1, StringComparison.Ordinal)).ToArray();
        if (found.Length == 0) return Slip(text, random);
        var (from, to) = found[random.Next(found.Length)];
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return text[..at] + to + text[(at + from.Length)..];
    }
}
