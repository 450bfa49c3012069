using System.Globalization;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Numbers;

/// <summary>
/// The number of a report for the telephone and the paper slip, shown as <c>BLG-XXXX-XXXX</c>: the prefix of the
/// office, seven drawn symbols and a check symbol. The third and sixth symbol are digits, so that no word arises.
/// 30^5 x 8^2 = 1,555,200,000 codes (30.5 bits): unique by index, never a secret; on a clash draw again.
/// </summary>
public sealed record TicketCode
{
    /// <summary>Symbols after the prefix.</summary>
    public const int Length = 8;

    public const ulong Capacity = 1_555_200_000;

    private TicketCode(string prefix, string symbols) => (Prefix, Symbols) = (prefix, symbols);

    /// <summary>Letters of the office, such as <c>BLG</c>.</summary>
    public string Prefix { get; }

    /// <summary>The eight symbols without hyphen, check symbol last: what is stored and indexed.</summary>
    public string Symbols { get; }

    public static TicketCode New(string prefix) => FromBytes(prefix, Material.Fresh());

    /// <summary>The same material gives the same code. 16 bytes or more, the output of HKDF or HMAC.</summary>
    /// <exception cref="ArgumentException">Less material, or a prefix that is not 2 to 5 letters A to Z.</exception>
    public static TicketCode FromBytes(string prefix, ReadOnlySpan<byte> material)
    {
        var rest = Material.Below(material, Capacity);
        Span<char> symbols = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++)
        {
            var (first, count) = IsDigitPlace(i) ? (TicketAlphabet.FirstDigit, 8u) : (0, 30u);
            symbols[i] = TicketAlphabet.Symbols[first + (int)(rest % count)];
            rest /= count;
        }
        symbols[^1] = TicketAlphabet.Check(symbols[..^1]);
        return new TicketCode(Checked(prefix), new string(symbols));
    }

    /// <summary>
    /// Reads what a person typed: any case, spaces and hyphens ignored, with or without the prefix. Refused with
    /// <c>kernel.ticket.length</c> (argument: symbols found), <c>kernel.ticket.symbol</c> (argument: the symbol that never
    /// occurs) or <c>kernel.ticket.check</c> (a typing error, or a code of another office cut short).
    /// </summary>
    public static Outcome<TicketCode> Parse(string prefix, string? text)
    {
        Checked(prefix);
        var typed = Bare(text);
        if (typed.Length == prefix.Length + Length && typed.StartsWith(prefix, StringComparison.Ordinal)) typed = typed[prefix.Length..];
        if (typed.Length != Length) return new Refusal("kernel.ticket.length", null, typed.Length);
        foreach (var symbol in typed)
            if (!TicketAlphabet.Has(symbol)) return new Refusal("kernel.ticket.symbol", null, symbol.ToString());
        return IsWhole(typed) ? new TicketCode(prefix, typed) : new Refusal("kernel.ticket.check");
    }

    /// <summary>BLG-XXXX-XXXX</summary>
    public override string ToString() => $"{Prefix}-{Symbols[..4]}-{Symbols[4..]}";

    private static bool IsWhole(string symbols) =>
        char.IsAsciiDigit(symbols[2]) && char.IsAsciiDigit(symbols[5]) && TicketAlphabet.ChecksOut(symbols);

    private static bool IsDigitPlace(int place) => place is 2 or 5;

    private static string Bare(string? text) =>
        string.Concat((text ?? "").Where(x => !IgnoredInCodes(x))).ToUpperInvariant();

    // Telephones and word processors turn a hyphen into any of the Unicode dashes.
    private static bool IgnoredInCodes(char x) =>
        char.IsWhiteSpace(x) || char.GetUnicodeCategory(x) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;

    private static string Checked(string prefix) =>
        prefix.Length is >= 2 and <= 5 && prefix.All(char.IsAsciiLetterUpper)
            ? prefix
            : throw new ArgumentException("A prefix is 2 to 5 letters A to Z.", nameof(prefix));
}
