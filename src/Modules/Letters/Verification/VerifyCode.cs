using System.Security.Cryptography;

namespace Layar.Letters.Verification;

/// <summary>Eight symbols (40 bits) without those that people confuse; the page behind it limits tries.</summary>
internal static class VerifyCode
{
    public const string Alphabet = "ABCDEFGHJKLMNPRSTUVWXY23456789";
    public const int Length = 8;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>"R7K2PM4D" as people read it: "R7K2-PM4D".</summary>
    public static string Show(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>What a person typed or a URL brought, or null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 32) return null;
        var code = new string([.. typed.Where(c => c is not (' ' or '-')).Select(char.ToUpperInvariant)]);
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }
}
