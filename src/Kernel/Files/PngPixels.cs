using System.IO.Compression;

namespace Layar.Kernel.Files;

/// <summary>Whether the packed pixels of a PNG are as many as its header says at most: a small picture that unpacks to much more is a trap.</summary>
internal sealed class PngPixels
{
    private const int PassesOfInterlacing = 8;
    private readonly MemoryStream packed = new();
    private long width, height, bits;

    /// <param name="depth">bits of one sample</param>
    /// <param name="colour">colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha</param>
    public void Expect(int width, int height, byte depth, byte colour) =>
        (this.width, this.height, bits) = (width, height, depth * (colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 }));

    public void Add(ReadOnlySpan<byte> data) => packed.Write(data);

    /// <summary>Counts and forgets; what cannot be unpacked at all paints nothing and does no harm.</summary>
    public bool Fit()
    {
        var most = ((width * bits + 7) / 8 + 1 + PassesOfInterlacing) * height + PassesOfInterlacing;
        packed.Position = 0;
        try
        {
            using var pixels = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
            var (piece, sum) = (new byte[65536], 0L);
            for (int count; sum <= most && (count = pixels.Read(piece, 0, piece.Length)) > 0;) sum += count;
            return sum <= most;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
