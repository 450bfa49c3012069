using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>A photo with nothing in it but the picture.</summary>
public sealed record CleanPhoto(PhotoFacts Facts, byte[] Bytes);

/// <summary>
/// Copies what a viewer needs to paint and nothing else: place, time, device, author, thumbnail, comments, colour
/// profile and whatever follows the end of the picture are gone. Pixels are not touched, so quality stays. What somebody paints or hides in the
/// compressed pixels themselves stays too. Never throws, whatever the bytes hold.
/// </summary>
public static class MetadataStripper
{
    /// <summary>Refused as <see cref="PhotoContent.Inspect"/>, and with <c>kernel.file.kind</c> for a PDF.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="keepOrientation">
    /// Writes a fresh EXIF block with the orientation alone into a JPEG that lies on its side, so that viewers turn it. Otherwise the
    /// orientation is only told in <see cref="PhotoFacts.Orientation"/> and no EXIF is left at all.
    /// </param>
    public static Outcome<CleanPhoto> Strip(ReadOnlySpan<byte> bytes, bool keepOrientation = false)
    {
        var output = new MemoryStream(bytes.Length);
        Outcome<PhotoFacts> read = PhotoContent.Detect(bytes) switch
        {
            FileKind.Jpeg => new JpegStructure(output, keepOrientation).Copy(bytes),
            FileKind.Png => new PngStructure(output).Copy(bytes),
            FileKind.WebP => new WebPStructure(output).Copy(bytes),
            _ => PhotoContent.Unknown(bytes),
        };
        return read.Then(x => WithinCap(x, output));
    }

    private static Outcome<CleanPhoto> WithinCap(PhotoFacts facts, MemoryStream output)
    {
        if (facts.Width == 0 || facts.Height == 0) return Damage.Damaged;
        return (long)facts.Width * facts.Height <= PhotoContent.MaxPixels
            ? new CleanPhoto(facts, output.ToArray())
            : new Refusal("kernel.file.pixels", null, PhotoContent.MaxPixels / 1_000_000);
    }
}

internal static class Damage
{
    public static readonly Refusal Damaged = new("kernel.file.damaged");
    public static readonly Refusal Truncated = new("kernel.file.truncated");
}
