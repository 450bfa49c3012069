using Layar.People.Contracts;

namespace Layar.People.Registry.Releases;

/// <summary>
/// How hard the ten functional difficulties are, one sign for each: 0 none, 1 some, 2 named without a grade, 3 much, 4 not able at all, - not said.
/// </summary>
internal static class DifficultyGrades
{
    public const char Unsaid = '-';

    private static readonly string[] Words = ["none", "some", "named", "much", "unable"];
    private static readonly int SelfCare = (int)Math.Log2((int)Difficulties.SelfCare);

    /// <summary>Sign of a word of the value list <c>difficulty</c>.</summary>
    public static char Sign(string word) => (char)('0' + Array.IndexOf(Words, word));

    /// <summary>Flags of the difficulties that there are; null when nothing was said of any.</summary>
    public static int? Flags(ReadOnlySpan<char> grades)
    {
        int? flags = null;
        for (var i = 0; i < grades.Length; i++)
            if (grades[i] != Unsaid) flags = (flags ?? 0) | (grades[i] == '0' ? 0 : 1 << i);
        return flags;
    }

    /// <summary>Word of the hardest. None only when nothing else was said; rows without grades know whether there is one, and not how hard it is.</summary>
    public static string? Hardest(string? grades, int? flags)
    {
        if (grades is null) return flags switch { null => null, 0 => Words[0], _ => Words[2] };
        var hardest = grades.Max();
        return hardest == Unsaid ? null : Words[hardest - '0'];
    }

    /// <summary><see cref="Hardest"/> in SQL.</summary>
    public static string HardestSql(string grades, string flags) =>
        $"CASE WHEN {grades} IS NULL THEN CASE WHEN {flags} = 0 THEN '{Words[0]}' WHEN {flags} IS NOT NULL THEN '{Words[2]}' END "
        + string.Join(' ', Enumerable.Range(0, Words.Length).Reverse().Select(hard => $"WHEN {grades} LIKE '%{hard}%' THEN '{Words[hard]}'")) + " END";

    /// <summary>Word for caring for oneself; null when it was not said.</summary>
    public static string? OfSelfCare(string? grades) => grades?[SelfCare] is { } sign && sign != Unsaid ? Words[sign - '0'] : null;

    /// <summary><see cref="OfSelfCare"/> in SQL.</summary>
    public static string OfSelfCareSql(string grades) => $"CASE SUBSTR({grades}, {SelfCare + 1}, 1) {string.Join(' ', Words.Select((word, hard) => $"WHEN '{hard}' THEN '{word}'"))} END";
}
