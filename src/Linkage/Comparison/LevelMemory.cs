namespace Layar.Linkage.Comparison;

/// <summary>The levels of value pairs compared lately: a direct-mapped cache of 8 192 pairs, one per field and thread.</summary>
internal sealed class LevelMemory
{
    private const int Bits = 13;
    private readonly ulong[] slots = new ulong[1 << Bits];

    /// <summary><see cref="AgreementLevel.Missing"/> when not known.</summary>
    public AgreementLevel Known(int a, int b)
    {
        var key = Key(a, b);
        var slot = slots[Slot(key)];
        return slot >> 3 == key ? (AgreementLevel)(slot & 7) : AgreementLevel.Missing;
    }

    public void Keep(int a, int b, AgreementLevel level)
    {
        var key = Key(a, b);
        slots[Slot(key)] = key << 3 | (byte)level;
    }

    private static ulong Key(int a, int b) => a < b ? (ulong)a << 30 | (uint)b : (ulong)b << 30 | (uint)a;

    private static int Slot(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> 64 - Bits);
}
