using Layar.Intake.Contracts;
using Layar.Kernel.Numbers;
using Layar.Kernel.Secrets;

namespace Layar.Intake.Reports;

/// <summary>
/// Code, PIN, link and upload secret of a report, derived from its id and the key ring: the same id gives the same answer
/// and nothing readable is stored.
/// </summary>
internal sealed class ReportSecrets(KeyRing ring)
{
    private const int Part = 32;

    public ReportKeys For(ReportId id, bool secret)
    {
        Span<byte> name = stackalloc byte[16];
        id.Value.TryWriteBytes(name, bigEndian: true, out _);
        var material = ring.Derive("report", name, 3 * Part);
        return new ReportKeys(
            Pin.FromBytes(material.AsSpan(0, Part)),
            LinkSecret.FromBytes(material.AsSpan(Part, Part), secret),
            Convert.ToBase64String(material.AsSpan(2 * Part, 24)).Replace('+', '-').Replace('/', '_'));
    }

    /// <param name="draw">0, and one more on each clash</param>
    public TicketCode Code(string prefix, ReportId id, int draw)
    {
        Span<byte> name = stackalloc byte[17];
        id.Value.TryWriteBytes(name, bigEndian: true, out _);
        name[16] = (byte)draw;
        return TicketCode.FromBytes(prefix, ring.Derive("report-code", name, Part));
    }

    public byte[] LinkIndex(LinkSecret secret) => ring.BlindIndex("report-link", secret.Value);

    public byte[] ContactIndex(string contact) => ring.BlindIndex("report-contact", contact);

    public byte[] LastFour(ReportId id, string digits) => ring.BlindIndex("report-last-four", $"{id.Value:N}{digits}");

    public byte[] ContentHash(string content) => ring.BlindIndex("report-content", content);
}

/// <summary>What the reporter gets in hand.</summary>
internal sealed record ReportKeys(Pin Pin, LinkSecret Link, string UploadSecret);
