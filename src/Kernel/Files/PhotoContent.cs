using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>What the header of a file says. Width and height in pixels as stored, 0 for a PDF.</summary>
/// <param name="Orientation">1 to 8 as in EXIF; 1 upright, 6 and 8 lie on their side.</param>
public sealed record PhotoFacts(FileKind Kind, int Width, int Height, int Orientation = 1);

/// <summary>Looks into uploaded bytes. Never throws, whatever they hold.</summary>
public static class PhotoContent
{
    /// <summary>40 megapixels: what a small server can still decode.</summary>
    public const long MaxPixels = 40_000_000;

    /// <summary>The kind by the first bytes alone; null when it is none that is accepted.</summary>
    public static FileKind? Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (bytes.StartsWith(PngStructure.Signature)) return FileKind.Png;
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) return FileKind.WebP;
        return bytes.StartsWith("%PDF-"u8) ? FileKind.Pdf : null;
    }

    /// <summary>
    /// Walks the whole file. Refused with <c>kernel.file.kind</c> (none of the four), <c>kernel.file.heic</c> (an iPhone original),
    /// <c>kernel.file.truncated</c> (the upload stopped), <c>kernel.file.damaged</c> (contradicts its format),
    /// <c>kernel.file.animated</c>, <c>kernel.file.pdf-active</c> (a PDF that runs, starts or holds something) or <c>kernel.file.pixels</c> (argument: megapixels allowed).
    /// </summary>
    public static Outcome<PhotoFacts> Inspect(ReadOnlySpan<byte> bytes) =>
        Detect(bytes) == FileKind.Pdf ? PdfContent.Inspect(bytes) : MetadataStripper.Strip(bytes).Then<PhotoFacts>(x => x.Facts);

    internal static Refusal Unknown(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) && (bytes[8..11].SequenceEqual("hei"u8) || bytes[8..11].SequenceEqual("mif"u8))
            ? new Refusal("kernel.file.heic")
            : new Refusal("kernel.file.kind");
}
