using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>Distinct texts by number. What comparing needs of a text lies together in one cache line.</summary>
/// <param name="compared">keeps the letters packed; without, only the texts</param>
internal sealed class TextStore(bool compared)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private Shape[] shapes = compared ? new Shape[64] : [];
    private byte[] letters = compared ? new byte[1024] : [];
    private int used;

    public int Count => texts.Count;

    public string this[int number] => texts[number];

    public ulong Signature(int number) => shapes[number].Signature;

    public int Length(int number) => shapes[number].Length;

    /// <summary>Letters without blanks, at most <see cref="LetterCodes.Longest"/>.</summary>
    public ReadOnlySpan<byte> Codes(int number) => letters.AsSpan(shapes[number].Start, shapes[number].Length);

    public int Find(string text) => numbers.GetValueOrDefault(text, -1);

    public int Intern(string text)
    {
        if (numbers.TryGetValue(text, out var number)) return number;
        number = texts.Count;
        numbers.Add(text, number);
        texts.Add(text);
        if (compared) Pack(text, number);
        return number;
    }

    /// <summary>No more texts will come: gives up what only <see cref="Intern"/> and <see cref="Find"/> need.</summary>
    public void Freeze()
    {
        numbers.Clear();
        numbers.TrimExcess();
        texts.TrimExcess();
    }

    private void Pack(string text, int number)
    {
        if (letters.Length < used + LetterCodes.Longest) Array.Resize(ref letters, letters.Length * 2);
        if (shapes.Length == number) Array.Resize(ref shapes, number * 2);
        var start = used;
        foreach (var c in text)
        {
            if (c == ' ') continue;
            if (used - start == LetterCodes.Longest) break;
            letters[used++] = LetterCodes.Code(c);
        }
        shapes[number] = new Shape(LetterCodes.Signature(letters.AsSpan(start, used - start)), start, used - start);
    }

    private readonly record struct Shape(ulong Signature, int Start, int Length);
}
