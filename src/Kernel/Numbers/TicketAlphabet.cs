namespace Layar.Kernel.Numbers;

/// <summary>
/// Thirty symbols that are not taken for one another (no O 0 I 1 Q Z) and their check symbol.
/// </summary>
/// <remarks>
/// Weights modulo 30 cannot catch every swap of neighbours: weights must be odd to catch every wrong symbol, and the
/// difference of two odd weights is even. So the check runs through a totally anti-symmetric quasigroup of order 30, the
/// product of Damm's table of order 10 (H. M. Damm, 2004) and of 2c + x modulo 3. It catches every single wrong symbol and every swap of
/// two neighbours, the check symbol included. Other errors pass with a chance of about 1 in 30.
/// </remarks>
internal static class TicketAlphabet
{
    public const string Symbols = "ABCDEFGHJKLMNPRSTUVWXY23456789";
    public const int FirstDigit = 22;

    private static readonly byte[] Damm =
    [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2,
        7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9,
        1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
        3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4,
        8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5,
        2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ];

    public static bool Has(char symbol) => Symbols.Contains(symbol);

    /// <summary>The operation of the quasigroup on values 0 to 29.</summary>
    public static int Step(int carry, int value) =>
        Damm[carry % 10 * 10 + value % 10] + 10 * ((2 * (carry / 10) + value / 10) % 3);

    /// <summary>The symbol that makes the whole check out: a value stepped with itself gives zero.</summary>
    public static char Check(ReadOnlySpan<char> symbols) => Symbols[Run(symbols)];

    public static bool ChecksOut(ReadOnlySpan<char> symbols) => Run(symbols) == 0;

    private static int Run(ReadOnlySpan<char> symbols)
    {
        var carry = 0;
        foreach (var symbol in symbols) carry = Step(carry, Symbols.IndexOf(symbol));
        return carry;
    }
}
