using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Layar.People.Verval;

/// <summary>A photo or scan that proves something: photos without their metadata, a PDF as it is, at most 10 MB.</summary>
internal static class EvidenceFile
{
    public const int LargestMegabytes = 10;

    /// <summary>The file as it will be kept; null when none was sent.</summary>
    public static async Task<Outcome<Sent>> Read(IFormFile? file, string field, CancellationToken stop)
    {
        if (file is not { Length: > 0 }) return Sent.Nothing;
        if (file.Length > LargestMegabytes * 1024 * 1024) return new Refusal("people.verval.refused.file-size", field, LargestMegabytes);
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, stop);
        return ScanContent.Clean(memory.ToArray()).Match<Outcome<Sent>>(clean => new Sent(clean.Bytes, clean.Kind), why => why.At(field));
    }

    public static async Task<StoredFile?> Keep(this IFileStore store, Sent sent, string name, CancellationToken stop) =>
        sent.Kind is { } kind ? await store.Put(sent.Bytes, kind.MediaType(), SafeFileName.For(name, kind), stop) : null;

    /// <param name="Kind">null when nothing was sent</param>
    internal sealed record Sent(byte[] Bytes, FileKind? Kind)
    {
        public static readonly Sent Nothing = new([], null);
    }
}
