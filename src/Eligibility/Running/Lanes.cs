using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Layar.Eligibility.Running;

/// <summary>Sixty-four persons at once: one comparison gives the bits of one word.</summary>
internal static class Lanes
{
    /// <summary>Persons in a word.</summary>
    public const int Width = 64;

    /// <summary>Bit i is set when <c>column[row + i] ≥ least</c>. The column must hold 64 rows from there.</summary>
    public static ulong AtLeast(int[] column, int row, int least)
    {
        ref var start = ref MemoryMarshal.GetReference(column.AsSpan(row, Width));
        var bits = 0UL;
        if (Vector512.IsHardwareAccelerated)
        {
            var limit = Vector512.Create(least);
            for (var i = 0; i < Width; i += Vector512<int>.Count)
                bits |= Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref start, (nuint)i), limit).ExtractMostSignificantBits() << i;
            return bits;
        }
        if (Vector256.IsHardwareAccelerated)
        {
            var limit = Vector256.Create(least);
            for (var i = 0; i < Width; i += Vector256<int>.Count)
                bits |= (ulong)Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref start, (nuint)i), limit).ExtractMostSignificantBits() << i;
            return bits;
        }
        for (var i = 0; i < Width; i++) bits |= (column[row + i] >= least ? 1UL : 0UL) << i;
        return bits;
    }

    /// <summary>Bit i is set when <c>column[row + i] &lt; limit</c>.</summary>
    public static ulong Below(int[] column, int row, int limit) => ~AtLeast(column, row, limit);
}
