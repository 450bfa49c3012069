namespace Layar.Kernel.Files;

/// <summary>Tables must be exactly as long as they say, or they could carry something else.</summary>
internal static class JpegTables
{
    public static bool IsTable(byte marker, ReadOnlySpan<byte> payload) => marker switch
    {
        0xDB => IsQuantisation(payload),
        0xC4 => IsHuffman(payload),
        0xDD => payload.Length == 2,
        _ => false,
    };

    public static bool IsScan(ReadOnlySpan<byte> payload) =>
        payload.Length >= 6 && payload[0] is >= 1 and <= 4 && payload.Length == 4 + 2 * payload[0];

    private static bool IsQuantisation(ReadOnlySpan<byte> payload)
    {
        while (!payload.IsEmpty)
        {
            var length = payload[0] >> 4 == 0 ? 65 : 129;
            if (payload[0] >> 4 > 1 || payload.Length < length) return false;
            payload = payload[length..];
        }
        return true;
    }

    private static bool IsHuffman(ReadOnlySpan<byte> payload)
    {
        while (!payload.IsEmpty)
        {
            if (payload.Length < 17) return false;
            var length = 17;
            foreach (var count in payload.Slice(1, 16)) length += count;
            if (length > 17 + 256 || payload.Length < length) return false;
            payload = payload[length..];
        }
        return true;
    }
}
