namespace Layar.Host.Tests.PowerLoss;

/// <summary>Bytes of a file: those that are durable, and what was written since and may or may not be there after a power loss.</summary>
internal sealed class DiskFile(byte[] durable)
{
    private const int Sector = 512;
    private readonly List<Write> pending = [];
    private byte[] bytes = durable;
    private int length = durable.Length;

    /// <param name="Bytes">null: the file is cut to the length <paramref name="At"/></param>
    private sealed record Write(int Ended, long At, byte[]? Bytes);

    /// <summary>As the running program sees it.</summary>
    public long Length { get; private set; } = durable.Length;

    public void Put(int ended, long at, byte[] written)
    {
        pending.Add(new(ended, at, written));
        Length = Math.Max(Length, at + written.Length);
    }

    public void Cut(int ended, long at)
    {
        pending.Add(new(ended, at, null));
        Length = at;
    }

    /// <summary>What had been written before this line is durable.</summary>
    public void Sync(int before)
    {
        foreach (var write in pending.Where(w => w.Ended < before)) (bytes, length) = Applied(bytes, length, write, _ => true);
        pending.RemoveAll(w => w.Ended < before);
    }

    /// <summary>The bytes that a power loss leaves: of what was not durable any sectors of 512 bytes, in any order.</summary>
    public ReadOnlySpan<byte> After(Random random, double survives)
    {
        if (pending.Count == 0) return bytes.AsSpan(0, length);
        var (left, size) = (bytes.AsSpan(0, length).ToArray(), length);
        foreach (var write in pending) (left, size) = Applied(left, size, write, _ => random.NextDouble() < survives);
        return left.AsSpan(0, size);
    }

    private static (byte[] Bytes, int Length) Applied(byte[] bytes, int length, Write write, Func<long, bool> survives)
    {
        if (write.Bytes is not { } written)
        {
            if (!survives(write.At)) return (bytes, length);
            if (bytes.Length < write.At) Array.Resize(ref bytes, (int)write.At);
            if (write.At < length) Array.Clear(bytes, (int)write.At, length - (int)write.At);
            return (bytes, (int)write.At);
        }
        for (var from = 0; from < written.Length;)
        {
            var at = write.At + from;
            var to = (int)Math.Min(written.Length, from + Sector - at % Sector);
            if (survives(at))
            {
                var end = (int)(write.At + to);
                if (bytes.Length < end) Array.Resize(ref bytes, Math.Max(end, bytes.Length * 2));
                written.AsSpan(from, to - from).CopyTo(bytes.AsSpan((int)at));
                length = Math.Max(length, end);
            }
            from = to;
        }
        return (bytes, length);
    }
}
