namespace Layar.Linkage.Tables;

/// <summary>A column as read: each distinct text once, and a number per record; -1 where nothing is written.</summary>
internal sealed class RawColumn
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly List<string> texts = [];
    private readonly List<int> values = [];

    public RawColumn() => byText = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<string> Texts => texts;

    public IReadOnlyList<int> Values => values;

    public void Add(ReadOnlySpan<char> text)
    {
        if (SaysNothing(text))
        {
            values.Add(-1);
            return;
        }
        if (!byText.TryGetValue(text, out var number))
        {
            number = texts.Count;
            var kept = text.ToString();
            texts.Add(kept);
            numbers.Add(kept, number);
        }
        values.Add(number);
    }

    /// <summary>Ways in which programs write that a value is missing.</summary>
    private static bool SaysNothing(ReadOnlySpan<char> text) => text.Length switch
    {
        0 => true,
        1 => text[0] is '-' or '?' or '.',
        > 7 => false,
        _ => Nothing.Contains(text),
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Nothing =
        new HashSet<string>(["null", "none", "nan", "n/a", "#n/a", "<na>", "\\n", "--", "unknown"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
