using System.Text;

namespace Layar.People.Registry.Reading;

/// <summary>
/// The texts of a workbook by number, as UTF-8 in blocks. What does not fit in memory goes to a file that vanishes when it is
/// closed, so that the memory does not grow with the workbook.
/// </summary>
internal sealed class SharedTexts(string folder) : IDisposable
{
    private const int Block = 1 << 20;
    private const int BlocksInMemory = 192;
    private const long Most = 4L << 30;

    /// <summary>Twenty different texts for each row that a sheet can hold.</summary>
    private const int MostTexts = 20 << 20;
    private readonly List<byte[]> blocks = [];
    private readonly List<long> starts = [];
    private byte[] current = new byte[Block];
    private byte[] scratch = new byte[4096];
    private FileStream? spilled;
    private long blockCount;
    private int filled;

    public int Count => starts.Count;

    /// <exception cref="ReadingFault">when the texts are more than a workbook can sensibly hold</exception>
    public void Add(ReadOnlySpan<char> text, string file)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length) + 4;
        if (most > Block) throw new ReadingFault("bomb", file);
        if (filled + most > Block) Close();
        if (blockCount * Block > Most || starts.Count >= MostTexts) throw new ReadingFault("bomb", file);
        starts.Add(blockCount * Block + filled);
        var length = Encoding.UTF8.GetBytes(text, current.AsSpan(filled + 4));
        BitConverter.TryWriteBytes(current.AsSpan(filled), length);
        filled += 4 + length;
    }

    /// <summary>Writes the text of this number; returns its length, or −1 when there is no such text.</summary>
    public int Read(int number, ref char[] into, int at)
    {
        if (number < 0 || number >= starts.Count) return -1;
        var bytes = Bytes(starts[number]);
        if (at + bytes.Length > into.Length) Array.Resize(ref into, Math.Max(into.Length * 2, at + bytes.Length));
        return Encoding.UTF8.GetChars(bytes, into.AsSpan(at));
    }

    private ReadOnlySpan<byte> Bytes(long start)
    {
        var (block, offset) = (start / Block, (int)(start % Block));
        var held = block == blockCount ? current : block < blocks.Count ? blocks[(int)block] : null;
        if (held is not null) return held.AsSpan(offset + 4, BitConverter.ToInt32(held, offset));
        var place = (block - blocks.Count) * Block + offset;
        Span<byte> head = stackalloc byte[4];
        RandomAccess.Read(spilled!.SafeFileHandle, head, place);
        var length = BitConverter.ToInt32(head);
        if (length > scratch.Length) scratch = new byte[length];
        return scratch.AsSpan(0, RandomAccess.Read(spilled.SafeFileHandle, scratch.AsSpan(0, length), place + 4));
    }

    private void Close()
    {
        if (blocks.Count < BlocksInMemory)
        {
            blocks.Add(current);
            current = new byte[Block];
        }
        else
        {
            spilled ??= new FileStream(Path.Combine(folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            RandomAccess.Write(spilled.SafeFileHandle, current, (blockCount - blocks.Count) * Block);
        }
        blockCount++;
        filled = 0;
    }

    public void Dispose() => spilled?.Dispose();
}
