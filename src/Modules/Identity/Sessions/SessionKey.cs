using System.Buffers.Text;
using System.Security.Cryptography;

namespace Layar.Identity.Sessions;

/// <summary>What the cookie holds: 256 random bits and nothing else. The database holds only the hash.</summary>
internal readonly record struct SessionKey(string Text)
{
    private const int Bytes = 32;

    public static SessionKey New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Null when the text cannot be a key.</summary>
    public static SessionKey? Parse(string? text) =>
        text is { Length: 43 } && Base64Url.IsValid(text) ? new SessionKey(text) : null;

    public byte[] Hash => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Text));
}
