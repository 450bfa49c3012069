using System.Numerics;

namespace Layar.Linkage.Similarity;

/// <summary>Texts as numbers of 6 bits a letter, and a signature that tells quickly how many letters two texts can share.</summary>
internal static class LetterCodes
{
    /// <summary>Longer texts are compared by their first 64 letters: one machine word for the bit-parallel measures.</summary>
    public const int Longest = 64;

    public static byte Code(char c) => c switch
    {
        >= 'a' and <= 'z' => (byte)(c - 'a' + 1),
        >= '0' and <= '9' => (byte)(c - '0' + 27),
        _ => (byte)(37 + (c * 31 >> 2) % 27),
    };

    /// <summary>Two bits for each letter a–z (there, there twice), twelve for all else.</summary>
    public static ulong Signature(ReadOnlySpan<byte> codes)
    {
        var signature = 0UL;
        foreach (var code in codes)
        {
            if (code <= 26)
            {
                var once = 1UL << (code - 1) * 2;
                signature |= (signature & once) == 0 ? once : once << 1;
            }
            else signature |= 1UL << 52 + (code - 27) % 12;
        }
        return signature;
    }

    public static bool OnlyDigits(ulong signature) => signature != 0 && (signature & (1UL << 52) - 1) == 0;

    /// <summary>A lower bound of the letters that only one of two texts has.</summary>
    public static int Apart(ulong left, ulong right) => BitOperations.PopCount(left ^ right);
}
