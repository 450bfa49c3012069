using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Layar.Letters.Contracts;
using Layar.Letters.Sealing;

namespace Layar.Letters.Verification;

/// <summary>
/// What the QR code of a letter says. Text: <c>{base}/v/{CODE}#{A}.{B}</c>. A is base64url of the UTF-8 text
/// <c>L1|number|yyyyMMdd|kind|fingerprint</c> (kind: the number of <see cref="LetterKind"/>; fingerprint: the first 32
/// hexadecimal digits). B is base64url of the 64 bytes r||s of an ECDSA P-256 SHA-256 signature over the ASCII text
/// <c>layar-letter:{CODE}:{A}</c>. The fragment is never sent to a server, so the check also works without a network.
/// </summary>
internal sealed record QrMark(string Code, string Number, DateOnly Date, LetterKind Kind, string Fingerprint)
{
    public const int LongestText = 400;
    public const int FingerprintDigits = 32;
    private const string Format = "L1";

    /// <param name="site">"https://host", without a slash at the end.</param>
    /// <param name="key">The office key.</param>
    public string Sign(string site, OfficeKey key)
    {
        if (Number.Contains('|')) throw new ArgumentException("A letter number cannot hold a bar.", nameof(site));
        var content = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{Format}|{Number}|{Date:yyyyMMdd}|{(int)Kind}|{Fingerprint[..FingerprintDigits]}")));
        var signature = Base64Url.EncodeToString(key.Sign(Signed(Code, content)));
        var text = $"{site}/v/{Code}#{content}.{signature}";
        return text.Length <= LongestText ? text : throw new ArgumentException($"The QR text has {text.Length} symbols; shorten the site or the number.", nameof(site));
    }

    /// <summary>The mark when its signature is by one of the keys; null when it is not a mark or not by them.</summary>
    public static QrMark? Verify(string? text, IEnumerable<OfficeCertificate> offices)
    {
        if (Split(text) is not var (code, content, signature)) return null;
        return offices.Any(office => office.Verifies(Signed(code, content), signature)) ? Read(code, content) : null;
    }

    private static byte[] Signed(string code, string content) => Encoding.ASCII.GetBytes($"layar-letter:{code}:{content}");

    private static (string Code, string Content, byte[] Signature)? Split(string? text)
    {
        if (text is null || text.Length > LongestText) return null;
        var hash = text.IndexOf('#');
        var path = hash < 0 ? -1 : text.LastIndexOf("/v/", hash, StringComparison.Ordinal);
        if (path < 0 || VerifyCode.Read(text[(path + 3)..hash]) is not { } code) return null;
        var halves = text[(hash + 1)..].Split('.');
        if (halves.Length != 2 || !Base64Url.IsValid(halves[0]) || !Base64Url.IsValid(halves[1])) return null;
        if (halves[0].Length == 0 || halves[1].Length != 86) return null;
        return (code, halves[0], Base64Url.DecodeFromChars(halves[1]));
    }

    private static QrMark? Read(string code, string content)
    {
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(content)).Split('|');
        return parts.Length == 5 && parts[0] == Format
            && DateOnly.TryParseExact(parts[2], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var kind) && Enum.IsDefined((LetterKind)kind)
            ? new(code, parts[1], date, (LetterKind)kind, parts[4])
            : null;
    }
}
