using System.Security.Cryptography;

namespace Layar.Identity.Staff;

/// <summary>A password to be told once and changed at the first sign-in: no letters that look alike, some 79 bits.</summary>
internal static class TemporaryPassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
