using Layar.Kernel.Outcomes;

namespace Layar.Kernel.Files;

/// <summary>A paper that somebody scanned or took a picture of.</summary>
public static class ScanContent
{
    /// <summary>A PDF as it is; a photo without its metadata, upright. Refused as <see cref="PhotoContent.Inspect"/>.</summary>
    public static Outcome<(FileKind Kind, byte[] Bytes)> Clean(byte[] bytes) => PhotoContent.Detect(bytes) == FileKind.Pdf
        ? PhotoContent.Inspect(bytes).Then<(FileKind, byte[])>(facts => (facts.Kind, bytes))
        : MetadataStripper.Strip(bytes, keepOrientation: true).Then<(FileKind, byte[])>(photo => (photo.Facts.Kind, photo.Bytes));
}
