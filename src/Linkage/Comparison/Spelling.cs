using System.Numerics;
using Layar.Linkage.Similarity;

namespace Layar.Linkage.Comparison;

/// <summary>The levels between folded alike and different for short texts. Most pairs are refused by their signatures, without measuring.</summary>
internal static class Spelling
{
    private const double Similar = 0.88;

    public static AgreementLevel Compare(TextStore texts, int a, int b, StringMeasures measures)
    {
        var left = texts.Codes(a);
        var right = texts.Codes(b);
        if (left.Length == 0 || right.Length == 0) return AgreementLevel.Different;
        if (left.SequenceEqual(right)) return AgreementLevel.Folded;
        var (signatureLeft, signatureRight) = (texts.Signature(a), texts.Signature(b));
        var apart = LetterCodes.Apart(signatureLeft, signatureRight);
        var longer = Math.Max(left.Length, right.Length);
        if (apart <= 4 && Math.Abs(left.Length - right.Length) <= 2)
        {
            var distance = measures.Distance(left, right);
            if (distance <= 1 && longer >= 4) return AgreementLevel.OneEdit;
            if (distance <= 2 && longer >= 6) return AgreementLevel.Close;
        }
        if (MaySimilar(left, right, signatureLeft & signatureRight) && measures.JaroWinkler(left, right) >= Similar) return AgreementLevel.Close;
        return IsPart(left, right) || Scrambled(left, right, apart) ? AgreementLevel.Partial : AgreementLevel.Different;
    }

    /// <summary>Whether Jaro–Winkler can reach <see cref="Similar"/> with so many letters in common.</summary>
    private static bool MaySimilar(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, ulong shared)
    {
        var common = Math.Min(BitOperations.PopCount(shared) + 1.0, Math.Min(left.Length, right.Length));
        var most = (common / left.Length + common / right.Length + 1) / 3;
        return (left[0] == right[0] ? most + 0.4 * (1 - most) : most) >= Similar;
    }

    /// <summary>An initial, or the beginning of the other.</summary>
    private static bool IsPart(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var shorter = Math.Min(left.Length, right.Length);
        return shorter != 2 && left[..shorter].SequenceEqual(right[..shorter]);
    }

    /// <summary>The same letters in disorder, at most one in four of them lost.</summary>
    private static bool Scrambled(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int apart)
    {
        var longer = Math.Max(left.Length, right.Length);
        return longer >= 4 && apart <= Math.Max(1, longer / 4) && Math.Abs(left.Length - right.Length) <= Math.Max(1, longer / 4);
    }
}
