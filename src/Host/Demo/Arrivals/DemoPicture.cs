using System.Buffers.Binary;
using System.IO.Compression;
using Layar.Kernel.Files;

namespace Layar.Host.Demo.Arrivals;

/// <summary>Draws simple pictures that stand for photos: houses, rooms, papers. Nobody's home is shown.</summary>
internal sealed class DemoPicture
{
    private const int Width = 480;
    private const int Height = 360;
    private readonly byte[] pixels = new byte[Height * (1 + Width * 3)];

    public static byte[] House(Random random)
    {
        var picture = new DemoPicture();
        picture.Fill(0, 0, Width, 220, Shade(random, 0xBFD9EA));
        picture.Fill(0, 220, Width, Height, Shade(random, 0x86A063));
        var (left, right, top) = (90 + random.Next(30), 370 + random.Next(30), 140 + random.Next(15));
        var wall = Shade(random, DemoWords.Pick(random, [0xA9825A, 0xC8B69A, 0x8E7B66, 0xB9C2B5]));
        picture.Fill(left, top, right, 270, wall);
        for (var y = top; y < 270; y += 14) picture.Fill(left, y, right, y + 1, 0x6E5A44);
        picture.Roof(left - 24, right + 24, top - 70, top, Shade(random, DemoWords.Pick(random, [0x8C4A3C, 0x7A7F85, 0x9A8B5F])));
        var door = left + 40 + random.Next(100);
        picture.Fill(door, 190, door + 46, 270, 0x54402F);
        picture.Fill(right - 96, 175, right - 46, 215, 0x39505E);
        for (var x = left + 8; x < right; x += 60) picture.Fill(x, 270, x + 10, 300, 0x5B4834);
        return picture.Png();
    }

    public static byte[] Room(Random random)
    {
        var picture = new DemoPicture();
        picture.Fill(0, 0, Width, 240, Shade(random, 0xC9B08C));
        picture.Fill(0, 240, Width, Height, Shade(random, 0x8A6F50));
        for (var x = 0; x < Width; x += 40) picture.Fill(x, 0, x + 2, 240, 0xA98F6C);
        picture.Fill(60, 200, 250, 290, Shade(random, 0x5E7F8C));
        picture.Fill(60, 185, 120, 205, 0xE9E4DA);
        picture.Fill(330, 60, 420, 140, 0xDDEBF2);
        return picture.Png();
    }

    public static byte[] Paper(Random random)
    {
        var picture = new DemoPicture();
        picture.Fill(0, 0, Width, Height, Shade(random, 0x6C6156));
        picture.Fill(70, 40, 410, 320, Shade(random, 0xEDEFF2));
        picture.Fill(95, 60, 385, 74, 0x4A5A6A);
        for (var y = 96; y < 290; y += 22) picture.Fill(95, y, 180 + random.Next(190), y + 8, 0x9AA5B0);
        picture.Fill(325, 220, 385, 295, 0xB98C7A);
        return picture.Png();
    }

    /// <summary>A stroke as a finger draws it on a phone.</summary>
    public static byte[] Signature(Random random)
    {
        var picture = new DemoPicture();
        picture.Fill(0, 0, Width, Height, 0xFFFFFF);
        var (wide, high, turns) = (150.0 + random.Next(60), 40.0 + random.Next(40), 2 + random.Next(3));
        for (var i = 0; i < 4000; i++)
        {
            var way = i / 4000.0;
            var x = (int)(Width / 2 - wide + 2 * wide * way + 20 * Math.Cos(way * 40));
            var y = (int)(Height / 2 + high * Math.Sin(way * turns * 6.28) * (1 - way / 2));
            picture.Fill(x, y, x + 3, y + 3, 0x1B2B4B);
        }
        return picture.Png();
    }

    private static int Shade(Random random, int colour)
    {
        int Part(int shift) => Math.Clamp(((colour >> shift) & 0xFF) + random.Next(-14, 15), 0, 255) << shift;
        return Part(16) | Part(8) | Part(0);
    }

    private void Roof(int left, int right, int top, int bottom, int colour)
    {
        for (var y = top; y < bottom; y++)
        {
            var inset = (right - left) / 2 * (bottom - y) / (bottom - top) * 3 / 4;
            Fill(left + inset, y, right - inset, y + 1, colour);
        }
    }

    private void Fill(int left, int top, int right, int bottom, int colour)
    {
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
            {
                var at = y * (1 + Width * 3) + 1 + x * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
            }
    }

    private byte[] Png()
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2);
        Chunk(file, "IHDR", head);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(pixels);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, string kind, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        for (var i = 0; i < 4; i++) chunk[4 + i] = (byte)kind[i];
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), PngChecksum.Of(chunk.AsSpan(4, 4 + content.Length)));
        file.Write(chunk);
    }
}
