using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Numbers;

/// <summary>What NIK and family card number have in common.</summary>
internal static class SixteenDigits
{
    private const string Ignored = ".-'’‘`";

    public static Outcome<string> Read(string? text, string code)
    {
        var digits = string.Concat((text ?? "").Where(x => !char.IsWhiteSpace(x) && !Ignored.Contains(x)));
        if (!digits.All(char.IsAsciiDigit)) return new Refusal(code + ".digits");
        if (digits.Length != 16) return new Refusal(code + ".length", null, digits.Length);
        var filler = digits.StartsWith("0000", StringComparison.Ordinal) || digits.All(x => x == digits[0]);
        return filler ? new Refusal(code + ".filler") : digits;
    }
}
