using System.Numerics;

namespace Layar.Linkage.Similarity;

/// <summary>Bit-parallel string measures; one instance per thread, since it keeps the table of positions between calls.</summary>
internal sealed class StringMeasures
{
    private readonly ulong[] positions = new ulong[64];

    /// <summary>
    /// Damerau–Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions, substitutions and
    /// transpositions of neighbours. Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances".
    /// </summary>
    public int Distance(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length == 0) return right.Length;
        if (right.Length == 0) return left.Length;
        for (var i = 0; i < left.Length; i++) positions[left[i]] |= 1UL << i;
        ulong vp = ~0UL, vn = 0, d0 = 0, before = 0;
        var last = 1UL << left.Length - 1;
        var distance = left.Length;
        foreach (var letter in right)
        {
            var match = positions[letter];
            var swapped = ((~d0 & match) << 1) & before;
            d0 = (((match & vp) + vp) ^ vp) | match | vn | swapped;
            var hp = vn | ~(d0 | vp);
            var hn = d0 & vp;
            if ((hp & last) != 0) distance++;
            if ((hn & last) != 0) distance--;
            hp = (hp << 1) | 1;
            hn <<= 1;
            vp = hn | ~(d0 | hp);
            vn = hp & d0;
            before = match;
        }
        foreach (var letter in left) positions[letter] = 0;
        return distance;
    }

    /// <summary>
    /// Jaro–Winkler similarity from 0 to 1. Jaro 1989: mean of the shares of letters in common within half the longer length and of those in
    /// order; Winkler 1990: raised by 0.1 for each of at most four equal first letters.
    /// </summary>
    public double JaroWinkler(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length == 0 || right.Length == 0) return left.Length == right.Length ? 1 : 0;
        var window = Math.Max(0, Math.Max(left.Length, right.Length) / 2 - 1);
        for (var i = 0; i < left.Length; i++) positions[left[i]] |= 1UL << i;
        ulong usedLeft = 0, usedRight = 0;
        for (var j = 0; j < right.Length; j++)
        {
            var low = Math.Max(0, j - window);
            var high = Math.Min(left.Length - 1, j + window);
            if (low > high) continue;
            var reach = (high - low == 63 ? ~0UL : (1UL << high - low + 1) - 1) << low;
            var free = positions[right[j]] & ~usedLeft & reach;
            if (free == 0) continue;
            usedLeft |= free & (0 - free);
            usedRight |= 1UL << j;
        }
        foreach (var letter in left) positions[letter] = 0;
        return Jaro(left, right, usedLeft, usedRight) is var jaro && jaro > 0.7 ? jaro + 0.1 * Prefix(left, right) * (1 - jaro) : jaro;
    }

    private static double Jaro(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, ulong usedLeft, ulong usedRight)
    {
        var common = BitOperations.PopCount(usedLeft);
        if (common == 0) return 0;
        var moved = 0;
        for (; usedLeft != 0; usedLeft &= usedLeft - 1, usedRight &= usedRight - 1)
            if (left[BitOperations.TrailingZeroCount(usedLeft)] != right[BitOperations.TrailingZeroCount(usedRight)]) moved++;
        return ((double)common / left.Length + (double)common / right.Length + (common - moved / 2) / (double)common) / 3;
    }

    private static int Prefix(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Math.Min(4, left.CommonPrefixLength(right));
}
