using System.Buffers.Binary;
using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>Segments of a JPEG (ITU T.81 annex B), copied by a list of what may pass.</summary>
internal sealed class JpegStructure(Stream output, bool keepOrientation)
{
    private int width, height, orientation = 1;
    private bool scanned;
    private bool jfif, adobe;
    private readonly MemoryStream body = new();

    public Outcome<PhotoFacts> Copy(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (Marker(bytes, ref at) is { } marker)
        {
            if (marker == 0xD9) return Finish();
            if (marker is < 0xC0 or (>= 0xD0 and <= 0xD8)) return Damage.Damaged;
            if (at + 2 > bytes.Length) return Damage.Truncated;
            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2) return Damage.Damaged;
            if (at + length > bytes.Length) return Damage.Truncated;
            if (!Segment(marker, bytes.Slice(at + 2, length - 2))) return Damage.Damaged;
            at += length;
            if (marker == 0xDA) at = Scan(bytes, at);
        }
        return at >= bytes.Length ? Damage.Truncated : Damage.Damaged;
    }

    // Fill bytes 0xFF may stand before a marker.
    private static byte? Marker(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || bytes[at] != 0xFF) return null;
        while (at < bytes.Length && bytes[at] == 0xFF) at++;
        return at < bytes.Length ? bytes[at++] : null;
    }

    private bool Segment(byte marker, ReadOnlySpan<byte> payload)
    {
        switch (marker)
        {
            case 0xE0:
                return Jfif(payload);
            case 0xE1:
                if (orientation == 1 && payload.StartsWith("Exif\0\0"u8)) orientation = ExifOrientation.Read(payload);
                return true;
            case 0xEE:
                return Adobe(payload);
            case >= 0xE0 and <= 0xEF or 0xFE:
                return true;
            case 0xC0 or 0xC1 or 0xC2:
                return Frame(payload) && Keep(marker, payload);
            case 0xDA:
                scanned = JpegTables.IsScan(payload) && width > 0;
                return scanned && Keep(marker, payload);
            default:
                return JpegTables.IsTable(marker, payload) && Keep(marker, payload);
        }
    }

    // Fourteen bytes pass; a thumbnail behind them would show what the photo was before it was cropped.
    private bool Jfif(ReadOnlySpan<byte> payload)
    {
        if (jfif || payload.Length < 14 || !payload.StartsWith("JFIF\0"u8)) return true;
        jfif = true;
        return Keep(0xE0, [.. payload[..12], 0, 0]);
    }

    // Without it, CMYK and RGB pictures get wrong colours. Twelve bytes pass.
    private bool Adobe(ReadOnlySpan<byte> payload)
    {
        if (adobe || payload.Length < 12 || !payload.StartsWith("Adobe"u8)) return true;
        adobe = true;
        return Keep(0xEE, payload[..12]);
    }

    private bool Frame(ReadOnlySpan<byte> payload)
    {
        if (width > 0 || payload.Length < 6 || payload.Length != 6 + 3 * payload[5]) return false;
        height = BinaryPrimitives.ReadUInt16BigEndian(payload[1..]);
        width = BinaryPrimitives.ReadUInt16BigEndian(payload[3..]);
        return width > 0 && height > 0;
    }

    private bool Keep(byte marker, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(payload.Length + 2));
        body.Write(head);
        body.Write(payload);
        return true;
    }

    // Compressed pixels end at a marker other than a stuffed zero or a restart.
    private int Scan(ReadOnlySpan<byte> bytes, int start)
    {
        var at = start;
        while (at + 1 < bytes.Length && (bytes[at] != 0xFF || bytes[at + 1] is 0 or >= 0xD0 and <= 0xD7))
            at += bytes[at] == 0xFF ? 2 : 1;
        if (at + 1 >= bytes.Length) return bytes.Length;
        body.Write(bytes[start..at]);
        return at;
    }

    private Outcome<PhotoFacts> Finish()
    {
        if (!scanned) return Damage.Damaged;
        output.Write([0xFF, 0xD8]);
        var written = body.ToArray();
        // JFIF wants to stand first, so the orientation follows it.
        var first = written.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xE0]) ? 18 : 0;
        output.Write(written, 0, first);
        if (keepOrientation && orientation != 1) output.Write(ExifOrientation.Segment(orientation));
        output.Write(written, first, written.Length - first);
        output.Write([0xFF, 0xD9]);
        return new PhotoFacts(FileKind.Jpeg, width, height, orientation);
    }
}
