using System.Collections.Frozen;
using Layar.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Layar.Identity.Passwords;

/// <summary>NIST SP 800-63B: length counts, composition does not; common words and words of this office are refused.</summary>
internal sealed class PasswordRule : IPasswordValidator<StaffAccount>
{
    public const int Shortest = 12;
    public const int Longest = 128;
    private static readonly FrozenSet<string> Common = Read();

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password) =>
        Task.FromResult(Fault(password ?? "", user.UserName, user.Name) is { } code
            ? IdentityResult.Failed(new IdentityError { Code = code })
            : IdentityResult.Success);

    /// <summary>Text key of what is wrong; null when the password is good.</summary>
    public static string? Fault(string password, string userName, string name)
    {
        if (password.Length < Shortest) return "identity.password.short";
        if (password.Length > Longest) return "identity.password.long";
        var bare = Bare(password);
        if (bare.Distinct().Count() < 4 || IsRun(bare)) return "identity.password.simple";
        if (Common.Contains(bare) || Common.Contains(bare.TrimEnd(Digits)) || IsRepeated(bare)) return "identity.password.common";
        return Own(userName, name).Any(word => Rest(bare, word) < 6) ? "identity.password.personal" : null;
    }

    private const string DigitText = "0123456789";
    private static readonly char[] Digits = DigitText.ToCharArray();

    private static string Bare(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static IEnumerable<string> Own(string userName, string name) =>
        name.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries).Append(userName).Select(Bare).Where(w => w.Length >= 3);

    /// <summary>How many letters stay when this word is taken out.</summary>
    private static int Rest(string bare, string word) =>
        bare.Contains(word, StringComparison.Ordinal) ? bare.Replace(word, "", StringComparison.Ordinal).Length : int.MaxValue;

    private static bool IsRun(string bare) => bare.Length > 1 && bare.Zip(bare.Skip(1), (a, b) => b - a).All(step => step is 1 or 0 or -1 or -9);

    /// <summary>The same common word over and over: "sosialsosialsosial".</summary>
    private static bool IsRepeated(string bare) => Enumerable.Range(3, Math.Max(0, bare.Length / 2 - 2))
        .Any(length => bare.Length % length == 0 && Enumerable.Range(0, bare.Length / length).All(i => bare.AsSpan(i * length, length).SequenceEqual(bare.AsSpan(0, length))));

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(PasswordRule).Assembly.GetManifestResourceStream("Layar.Identity.Passwords.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#')).Select(Bare).ToFrozenSet(StringComparer.Ordinal);
    }
}
