using System.Formats.Asn1;
using System.Globalization;

namespace Layar.Letters.Sealing;

/// <summary>
/// Valid: sealed by this office, whole and last. Forged: our seal, but something was changed or added. UnknownSigner:
/// somebody else's signature. NotSealed: no signature at all.
/// </summary>
internal enum SealState { Valid, Forged, UnknownSigner, NotSealed }

/// <param name="State">The finding.</param>
/// <param name="Office">The certificate that sealed it, when it is one of ours.</param>
/// <param name="SignedAtUtc">What the seal says about its time; only when valid.</param>
internal sealed record SealFinding(SealState State, OfficeCertificate? Office = null, DateTime? SignedAtUtc = null);

/// <summary>Judges the seal of a file that anybody may have made: no input throws.</summary>
internal static class SealCheck
{
    private const int MostSignatures = 8;
    private const int LongestCms = 32 * 1024;

    public static SealFinding Of(byte[] pdf, IReadOnlyList<OfficeCertificate> offices)
    {
        var findings = Places(pdf).Take(MostSignatures).Select(place => Judge(pdf, place, offices)).ToList();
        if (findings.Count == 0) return new(SealState.NotSealed);
        if (findings is [{ State: SealState.Valid } only]) return only;
        // Our seal with anything else beside it is no longer the letter that was issued.
        var ours = findings.Find(f => f.Office is not null);
        return ours is not null ? ours with { State = SealState.Forged, SignedAtUtc = null } : findings.Find(f => f.State == SealState.Forged) ?? findings[0];
    }

    private static SealFinding Judge(byte[] pdf, int place, IReadOnlyList<OfficeCertificate> offices)
    {
        if (Parts(pdf, place) is not var (gap, after, length)) return new(SealState.Forged);
        byte[] content = [.. pdf.AsSpan(0, gap), .. pdf.AsSpan(after, length)];
        if (Cms(pdf, gap, after) is not { } der || SealCms.Check(der, content) is not var (certificate, right)) return new(SealState.Forged);
        var office = offices.FirstOrDefault(o => o.Der.Span.SequenceEqual(certificate));
        if (office is null) return new(right ? SealState.UnknownSigner : SealState.Forged);
        return right && after + length == pdf.Length && IsOwnGap(pdf, gap, after, der) && SealCms.IsOwnForm(der, office) && SealedAt(pdf, place) is { } at
            ? new(SealState.Valid, office, at)
            : new(SealState.Forged, office);
    }

    private static IEnumerable<int> Places(byte[] pdf)
    {
        for (var at = 0; ;)
        {
            var next = pdf.AsSpan(at).IndexOf("/ByteRange"u8);
            if (next < 0) yield break;
            yield return at + next;
            at += next + 1;
        }
    }

    private static (int Gap, int After, int Length)? Parts(byte[] pdf, int place)
    {
        try
        {
            var at = place + "/ByteRange".Length;
            if (!PdfSyntax.Word(pdf, ref at, "[") || PdfSyntax.Integer(pdf, ref at) != 0) return null;
            var gap = PdfSyntax.Integer(pdf, ref at);
            var after = PdfSyntax.Integer(pdf, ref at);
            var length = PdfSyntax.Integer(pdf, ref at);
            var sound = gap > place && after > gap + 2 && after <= pdf.Length && length <= pdf.Length - after && pdf[gap] == '<' && pdf[after - 1] == '>';
            return sound ? (gap, after, length) : null;
        }
        catch (PdfFormatException) { return null; }
    }

    private static byte[]? Cms(byte[] pdf, int gap, int after)
    {
        var digits = after - gap - 2;
        if (digits is 0 or > LongestCms * 2 || digits % 2 != 0) return null;
        try
        {
            var bytes = Convert.FromHexString(System.Text.Encoding.Latin1.GetString(pdf, gap + 1, digits));
            AsnDecoder.ReadEncodedValue(bytes, AsnEncodingRules.BER, out _, out _, out var used);
            return bytes[..used];
        }
        catch (Exception broken) when (broken is FormatException or AsnContentException) { return null; }
    }

    /// <summary>Lower-case digits, then zeros only: the one place that no signature covers must not vary.</summary>
    private static bool IsOwnGap(byte[] pdf, int gap, int after, byte[] der)
    {
        var digits = pdf.AsSpan(gap + 1, after - gap - 2);
        var text = System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(der));
        return digits.StartsWith(text) && digits[text.Length..].IndexOfAnyExcept((byte)'0') < 0;
    }

    /// <summary>The seal's time, if the file's own catalogue leads to exactly this signature.</summary>
    private static DateTime? SealedAt(byte[] pdf, int place)
    {
        try
        {
            var file = PdfFile.Read(pdf);
            var catalog = file.Object(file.Reference(file.Trailer, "Root"));
            var form = PdfSyntax.Dictionary(pdf, catalog["AcroForm"].Start.Value);
            var seal = file.Reference(file.Object(file.Reference(form, "Fields")), "V");
            var entries = file.Object(seal);
            if (entries["ByteRange"].Start.Value != PdfSyntax.SkipSpace(pdf, place + "/ByteRange".Length)) return null;
            return DateTime.TryParseExact(file.Raw(entries, "M"), "'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
        }
        catch (Exception broken) when (broken is PdfFormatException or KeyNotFoundException) { return null; }
    }
}
