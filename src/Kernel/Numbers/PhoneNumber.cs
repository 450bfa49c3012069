using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Numbers;

/// <summary>An Indonesian mobile number, kept as <c>+628…</c>. Prints masked.</summary>
public readonly record struct PhoneNumber
{
    private const string Ignored = ".-()/";

    private readonly string? international;

    private PhoneNumber(string international) => this.international = international;

    /// <summary>+6281234567890</summary>
    public string International => international ?? throw new InvalidOperationException("An empty phone number.");

    /// <summary>081234567890</summary>
    public string National => "0" + International[3..];

    /// <summary>The second factor beside a ticket code.</summary>
    public string LastFour => International[^4..];

    /// <summary>0812••••7890</summary>
    public string Masked => Mask.Middle(National, 4, 4);

    /// <summary>
    /// Accepts 08…, +62…, 62…, 0062… and 8…, with spaces, dots, hyphens and brackets; 9 to 13 digits after the zero. Refused with
    /// <c>kernel.phone.unreadable</c> (letters, not a mobile number) or <c>kernel.phone.length</c> (argument: digits after the zero).
    /// </summary>
    public static Outcome<PhoneNumber> Parse(string? text)
    {
        var typed = string.Concat((text ?? "").Where(x => !char.IsWhiteSpace(x) && !Ignored.Contains(x) && x is not ('‑' or '–')));
        if (WithoutCountry(typed) is not { } rest) return new Refusal("kernel.phone.unreadable");
        return rest.Length is >= 9 and <= 13
            ? new PhoneNumber("+62" + rest)
            : new Refusal("kernel.phone.length", null, rest.Length);
    }

    public override string ToString() => international is null ? "" : Masked;

    private static string? WithoutCountry(string typed)
    {
        var rest = typed;
        foreach (var start in (string[])["+62", "0062", "62"])
        {
            if (!rest.StartsWith(start, StringComparison.Ordinal)) continue;
            rest = rest[start.Length..];
            break;
        }
        // People write +62 0812… when they add the country to the number they know.
        if (rest.StartsWith('0')) rest = rest[1..];
        return rest.StartsWith('8') && rest.All(char.IsAsciiDigit) ? rest : null;
    }
}
