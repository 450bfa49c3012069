namespace Layar.Linkage.Estimation;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): numbers that look random and are the same for the same seed everywhere.</summary>
internal static class Mixing
{
    public static ulong Hash(ulong value, ulong seed)
    {
        var x = value + seed * 0x9E3779B97F4A7C15 + 0x9E3779B97F4A7C15;
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
        x = (x ^ x >> 27) * 0x94D049BB133111EB;
        return x ^ x >> 31;
    }

    /// <summary>From 0 to below <paramref name="bound"/>.</summary>
    public static int Below(int bound, ulong value, ulong seed) => (int)Math.BigMul(Hash(value, seed), (ulong)bound, out _);
}
