using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Layar.Cases.Completeness;

/// <summary>Takes an uploaded photo or PDF into the store: kind by content, metadata stripped, at most 4 MB.</summary>
internal sealed class IncomingFile(IFileStore store)
{
    public const long Largest = 4 * 1024 * 1024;

    /// <param name="photoOnly">refuses a PDF</param>
    public async Task<Outcome<StoredFile>> Take(IFormFile file, bool photoOnly, CancellationToken stop)
    {
        if (file.Length == 0) return new Refusal("completeness.file.empty");
        if (file.Length > Largest) return new Refusal("completeness.file.size");
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, stop);
        if (!Clean(memory.ToArray(), photoOnly).TryGet(out var clean, out var refusal)) return refusal;
        return await store.Put(clean.Bytes, clean.Facts.Kind.MediaType(), SafeFileName.For(file.FileName, clean.Facts.Kind), stop);
    }

    private static Outcome<CleanPhoto> Clean(byte[] bytes, bool photoOnly)
    {
        if (PhotoContent.Detect(bytes) != FileKind.Pdf) return MetadataStripper.Strip(bytes);
        return photoOnly ? new Refusal("completeness.file.photo-only") : PhotoContent.Inspect(bytes).Then<CleanPhoto>(facts => new CleanPhoto(facts, bytes));
    }
}
