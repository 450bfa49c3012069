using System.Globalization;

namespace Layar.Letters.Wording;

/// <summary>Numbers in Indonesian words (terbilang), from 0 to 10^15.</summary>
internal static class Spelled
{
    public const long Largest = 1_000_000_000_000_000;

    private static readonly string[] Units =
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

    private static readonly (long Value, string Name)[] Scales =
        [(1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"), (10, "puluh")];

    public static string Number(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest);
        return Words(number);
    }

    /// <summary>"90 (sembilan puluh) hari".</summary>
    public static string Counted(long number, string unit) => $"{Digits(number)} ({Number(number)}) {unit}";

    /// <summary>"Rp2.500.000,00 (dua juta lima ratus ribu rupiah)".</summary>
    public static string Rupiah(long amount) => $"Rp{Digits(amount)},00 ({Number(amount)} rupiah)";

    /// <summary>Digits in groups of three with dots, independent of the culture of the process.</summary>
    public static string Digits(long number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Words(long number)
    {
        if (number < 12) return Units[number];
        if (number < 20) return $"{Units[number - 10]} belas";
        foreach (var (value, name) in Scales)
        {
            if (number < value) continue;
            var (count, rest) = Math.DivRem(number, value);
            // "Se-" replaces "satu" before ratus and ribu only: seratus, seribu, but satu juta.
            var head = count == 1 && (value == 100 || value == 1_000) ? $"se{name}" : $"{Words(count)} {name}";
            return rest == 0 ? head : $"{head} {Words(rest)}";
        }
        throw new ArgumentOutOfRangeException(nameof(number));
    }
}
