using System.Text;
using Layar.Letters.Sealing;

namespace Layar.Letters.Verification;

/// <summary>
/// What a PDF says about itself, for <c>layar verify-letter</c>. Code and fingerprint are claims of the file; they may be
/// believed only when the seal is valid. Whether the letter was revoked or superseded stands in the register.
/// </summary>
internal sealed record PdfInspection(SealFinding Seal, string? Code, string? Fingerprint)
{
    public static PdfInspection Of(byte[] pdf, IReadOnlyList<OfficeCertificate> offices)
    {
        var seal = SealCheck.Of(pdf, offices);
        try
        {
            var file = PdfFile.Read(pdf);
            var info = file.Object(file.Reference(file.Trailer, "Info"));
            var fingerprint = Text(file, info, "layarfingerprint");
            return new(seal, VerifyCode.Read(Text(file, info, "layarcode")), fingerprint is { Length: 64 } && fingerprint.All(char.IsAsciiHexDigitLower) ? fingerprint : null);
        }
        catch (PdfFormatException) { return new(seal, null, null); }
    }

    private static string? Text(PdfFile file, Dictionary<string, Range> info, string name) =>
        info.TryGetValue(name, out var range) && Encoding.Latin1.GetString(file.Data.AsSpan(range)) is ['(', .. var text, ')'] ? text : null;
}
