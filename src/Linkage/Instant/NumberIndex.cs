using System.Globalization;

namespace Layar.Linkage.Instant;

/// <summary>
/// Numbers of 16 digits, found by their beginning or with one typing error. Sorted arrays with a small unsorted rest that is merged in when it
/// has grown; removed numbers stay until then.
/// </summary>
internal sealed class NumberIndex
{
    public const int Digits = 16;
    private const int MostRest = 4096;
    private ulong[] keys = [];
    private int[] slots = [];
    private readonly List<(ulong Key, int Slot)> rest = [];

    /// <summary>The number as it is kept, or null when it does not have 16 digits.</summary>
    public static ulong? Key(string? number)
    {
        if (number is null) return null;
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length == Digits ? ulong.Parse(digits, CultureInfo.InvariantCulture) : null;
    }

    public void Add(ulong key, int slot)
    {
        rest.Add((key, slot));
        if (rest.Count > MostRest) Merge();
    }

    public void Clear()
    {
        (keys, slots) = ([], []);
        rest.Clear();
    }

    /// <summary>Slots of numbers that begin with these digits.</summary>
    public void Beginning(string digits, int most, List<int> found)
    {
        var scale = Power(Digits - digits.Length);
        var low = ulong.Parse(digits, CultureInfo.InvariantCulture) * scale;
        Between(low, low + scale - 1, most, found);
    }

    /// <summary>Slots of numbers one digit away from these: one wrong, two neighbours exchanged, one too many or too few.</summary>
    public void Near(string digits, int most, List<int> found)
    {
        foreach (var variant in Variants(digits)) Between(variant, variant, most, found);
    }

    private static IEnumerable<ulong> Variants(string digits)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { digits };
        for (var i = 0; i <= digits.Length; i++)
        {
            for (var c = '0'; c <= '9'; c++)
            {
                if (digits.Length == Digits && i < digits.Length) seen.Add(digits[..i] + c + digits[(i + 1)..]);
                if (digits.Length == Digits - 1) seen.Add(digits.Insert(i, c.ToString()));
            }
            if (digits.Length == Digits + 1 && i < digits.Length) seen.Add(digits.Remove(i, 1));
            if (digits.Length == Digits && i + 1 < digits.Length) seen.Add(digits[..i] + digits[i + 1] + digits[i] + digits[(i + 2)..]);
        }
        return seen.Where(s => s.Length == Digits && s != digits).Select(s => ulong.Parse(s, CultureInfo.InvariantCulture));
    }

    private void Between(ulong low, ulong high, int most, List<int> found)
    {
        var at = Array.BinarySearch(keys, low);
        if (at < 0) at = ~at;
        while (at > 0 && keys[at - 1] == low) at--;
        for (; at < keys.Length && keys[at] <= high && found.Count < most; at++) found.Add(slots[at]);
        foreach (var (key, slot) in rest)
        {
            if (found.Count >= most) return;
            if (key >= low && key <= high) found.Add(slot);
        }
    }

    private void Merge()
    {
        var allKeys = new ulong[keys.Length + rest.Count];
        var allSlots = new int[allKeys.Length];
        rest.Sort();
        var (i, j) = (0, 0);
        for (var n = 0; n < allKeys.Length; n++)
        {
            (allKeys[n], allSlots[n]) = j == rest.Count || (i < keys.Length && keys[i] <= rest[j].Key) ? (keys[i], slots[i++]) : rest[j++];
        }
        (keys, slots) = (allKeys, allSlots);
        rest.Clear();
    }

    private static ulong Power(int exponent)
    {
        var power = 1UL;
        for (; exponent > 0; exponent--) power *= 10;
        return power;
    }
}
