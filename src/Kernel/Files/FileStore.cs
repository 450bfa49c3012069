using System.Security.Cryptography;
using Layar.Kernel.Installations;
using Layar.Kernel.Secrets;

namespace Layar.Kernel.Files;

/// <summary>Where bytes lie. On disk today; an S3-compatible store fits behind the same two calls.</summary>
public interface IFileStore
{
    /// <summary>Writes the bytes durably and returns the row that names them; the caller adds it to its change.</summary>
    /// <exception cref="IOException">when the disk is full or fails; nothing half-written is left behind under the final name</exception>
    Task<StoredFile> Put(ReadOnlyMemory<byte> content, string mediaType, string name, CancellationToken stop);

    /// <exception cref="FileNotFoundException">when the store has lost it</exception>
    /// <exception cref="CryptographicException">when it was tampered with</exception>
    Task<byte[]> Get(StoredFile file, CancellationToken stop);

    /// <summary>Deletes the bytes under a key, unless they were put there or found in place since the given moment (UTC).</summary>
    /// <returns>false when they stay for now</returns>
    bool Erase(string key, DateTime unusedSince);
}

/// <summary>Content-addressed folder. Files are sealed with the key ring, so that a stolen disk shows nothing.</summary>
internal sealed class DiskFileStore(Installation installation, KeyRing ring, FieldCipher cipher, TimeProvider clock) : IFileStore
{
    private const string Place = "file";

    public Task<StoredFile> Put(ReadOnlyMemory<byte> content, string mediaType, string name, CancellationToken stop)
    {
        var hash = SHA256.HashData(content.Span);
        var key = Convert.ToHexStringLower(ring.BlindIndex(Place, Convert.ToHexString(hash)));
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            // Who is putting it there at this moment may not have come so far.
            DurableFile.KeepName(path);
        }
        else DurableFile.Put(path, cipher.Seal(content.Span, Place, Guid.ParseExact(key, "N")));
        var at = clock.GetUtcNow().UtcDateTime;
        return Task.FromResult(new StoredFile
        {
            Id = new StoredFileId(Guid.CreateVersion7(at)), Key = key, Sha256 = hash, Size = content.Length,
            MediaType = mediaType, Name = name, CreatedAt = at,
        });
    }

    public async Task<byte[]> Get(StoredFile file, CancellationToken stop) =>
        cipher.OpenBytes(await File.ReadAllBytesAsync(PathOf(file.Key), stop), Place, Guid.ParseExact(file.Key, "N"));

    public bool Erase(string key, DateTime unusedSince)
    {
        var path = PathOf(key);
        if (File.Exists(path) && File.GetLastWriteTimeUtc(path) >= unusedSince) return false;
        File.Delete(path);
        return true;
    }

    private string PathOf(string key) => PathOf(installation, key);

    /// <summary>Where the sealed bytes of a key lie.</summary>
    public static string PathOf(Installation installation, string key) => Path.Combine(installation.DataFolder, "files", key[..2], key[2..4], key);
}
