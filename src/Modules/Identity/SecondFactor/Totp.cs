using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Layar.Identity.SecondFactor;

/// <summary>Time-based codes as authenticator apps make them (RFC 6238): SHA-1, six digits, 30 seconds.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Step = 30;

    /// <summary>One step early or late: clocks of phones are not exact.</summary>
    private const int Drift = 1;

    public static long StepAt(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond / Step;

    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, 32);

    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // RFC 6238 and every authenticator app use HMAC-SHA-1, which is not weakened by collisions of SHA-1.
        var hash = HMACSHA1.HashData(Decode(secret), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The step this code belongs to, when it is newer than the last one accepted.</summary>
    public static long? Match(string secret, string code, DateTime utc, long last)
    {
        var now = StepAt(utc);
        for (var step = now - Drift; step <= now + Drift; step++)
            if (step > last && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, step)), System.Text.Encoding.UTF8.GetBytes(code)))
                return step;
        return null;
    }

    /// <summary>The address an app reads from the square code.</summary>
    public static string Address(string secret, string userName, string issuer) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}&digits=6&period={Step}";

    private static byte[] Decode(string secret)
    {
        var output = new byte[secret.Length * 5 / 8];
        int buffer = 0, bits = 0, at = 0;
        foreach (var letter in secret)
        {
            buffer = (buffer << 5 | Base32.IndexOf(letter)) & 0xFFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            output[at++] = (byte)(buffer >> bits);
        }
        return output;
    }
}
