using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Layar.Kernel.Files;
using Layar.Kernel.Secrets;

namespace Layar.Kernel.Backups;

/// <summary>
/// The file: "LAYARBK1", salt (16 bytes), then a sealed, compressed stream: steps of the schema, tables, stored files, end.
/// Its key comes from the key ring and the salt; the key ring itself is not in it.
/// </summary>
internal static class BackupFile
{
    public const byte End = 0;
    public const byte Table = 1;
    public const byte StoredFile = 2;
    private static readonly byte[] Mark = "LAYARBK1"u8.ToArray();

    public static void Write(string path, KeyRing ring, Action<BinaryWriter> content)
    {
        var fresh = path + ".new";
        try
        {
            using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            {
                if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                var salt = RandomNumberGenerator.GetBytes(16);
                file.Write(Mark);
                file.Write(salt);
                using var sealing = new SealedWriter(file, Key(ring, salt));
                using (var packing = new GZipStream(sealing, CompressionLevel.Fastest, leaveOpen: true))
                using (var writer = new BinaryWriter(packing, Encoding.UTF8)) content(writer);
                sealing.Finish();
                file.Flush(flushToDisk: true);
            }
            File.Move(fresh, path);
            DurableFile.KeepName(path);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
    }

    /// <exception cref="CryptographicException">when it is no backup, was changed, ends early, or belongs to another key ring</exception>
    public static void Read(string path, KeyRing ring, Action<BinaryReader> content)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        var head = new byte[Mark.Length + 16];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan(0, Mark.Length).SequenceEqual(Mark))
            throw new CryptographicException($"{Path.GetFileName(path)} is not a backup of Layar.");
        using var opening = new SealedReader(file, Key(ring, head[Mark.Length..]));
        using var unpacking = new GZipStream(opening, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacking, Encoding.UTF8);
        content(reader);
    }

    private static byte[] Key(KeyRing ring, byte[] salt) => ring.Derive("backup", salt, 32);
}
