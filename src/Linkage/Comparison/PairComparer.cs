using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>Compares all fields of two records; one instance per thread, which remembers the levels of value pairs it met lately.</summary>
internal sealed class PairComparer(RecordRows rows)
{
    /// <summary>Bits of one level in a pattern.</summary>
    public const int LevelBits = 3;

    private readonly FieldComparer[] comparers = rows.Comparers;
    private readonly StringMeasures measures = new();
    private readonly LevelMemory?[] memories = [.. rows.Comparers.Select(c => c.Recurs ? new LevelMemory() : null)];

    /// <summary>The agreement pattern: three bits a field, the first field lowest.</summary>
    public ulong Pattern(int left, int right)
    {
        var pattern = 0UL;
        var (a, b) = (rows.Start(left), rows.Start(right));
        for (var f = 0; f < comparers.Length; f++, a++, b++)
        {
            var (x, y) = (rows.Values[a], rows.Values[b]);
            if ((x | y) < 0) continue;
            pattern |= (x == y ? (ulong)AgreementLevel.Exact : (ulong)Differing(f, x, y, left, right)) << f * LevelBits;
        }
        return pattern;
    }

    public static int Level(ulong pattern, int field) => (int)(pattern >> field * LevelBits) & 7;

    private AgreementLevel Level(int f, int x, int y)
    {
        if (memories[f] is not { } memory) return comparers[f].Values(x, y, measures);
        var level = memory.Known(x, y);
        if (level == AgreementLevel.Missing) memory.Keep(x, y, level = comparers[f].Values(x, y, measures));
        return level;
    }

    private AgreementLevel Differing(int f, int x, int y, int left, int right)
    {
        var level = Level(f, Math.Min(x, y), Math.Max(x, y));
        return level > AgreementLevel.OneEdit && comparers[f].HasPartners && comparers[f].Exchanged(f, rows.Of(left), rows.Of(right)) ? AgreementLevel.Elsewhere : level;
    }
}
