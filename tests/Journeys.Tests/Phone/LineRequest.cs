using System.Net.Sockets;
using System.Text;

namespace Layar.Journeys.Tests.Phone;

/// <summary>A request of a telephone, read to its end.</summary>
/// <param name="Head">as it goes to the server: with an end of the connection after the answer</param>
internal sealed record LineRequest(string Path, byte[] Head, byte[] Body)
{
    public static async Task<LineRequest?> Read(NetworkStream phone, bool withoutCookies, CancellationToken stop)
    {
        var (buffer, filled, end) = (new byte[64 * 1024], 0, -1);
        while (end < 0)
        {
            var read = await phone.ReadAsync(buffer.AsMemory(filled), stop);
            if (read == 0) return null;
            filled += read;
            end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }
        string[] held = withoutCookies ? ["Connection:", "Accept-Encoding:", "Cookie:"] : ["Connection:", "Accept-Encoding:"];
        var lines = Encoding.Latin1.GetString(buffer, 0, end).Split("\r\n").Where(l => !held.Any(h => l.StartsWith(h, StringComparison.OrdinalIgnoreCase))).ToList();
        var length = lines.Select(l => l.Split(':', 2)).Where(l => l[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Select(l => int.Parse(l[1].Trim())).FirstOrDefault();
        var body = new byte[length];
        var early = Math.Min(length, filled - end - 4);
        buffer.AsSpan(end + 4, early).CopyTo(body);
        await phone.ReadExactlyAsync(body.AsMemory(early), stop);
        return new LineRequest(lines[0].Split(' ')[1], Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\nConnection: close\r\n\r\n"), body);
    }
}
