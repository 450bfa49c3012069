using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Layar.Kernel.Files;

/// <summary>
/// Files that a power loss does not take: not their bytes, and not their names. A file that was synced can still be missing afterwards, as
/// long as the folder that names it was not; and a renamed one can be empty, when it was not synced before.
/// </summary>
public static class DurableFile
{
    private const int CloseOnExec = 0x80000;
    private static readonly ConcurrentDictionary<string, bool> Kept = new(StringComparer.Ordinal);

    /// <summary>Puts the bytes there, in place of what was there before; at no moment is half of them there.</summary>
    /// <exception cref="IOException">when the disk is full or fails; then what was there before still is</exception>
    public static void Put(string path, ReadOnlySpan<byte> bytes, UnixFileMode? mode = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var fresh = $"{path}.{Guid.NewGuid():N}.new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = mode;
        try
        {
            using (var stream = new FileStream(fresh, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            File.Move(fresh, path, overwrite: true);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }
        KeepName(path);
    }

    /// <summary>Makes the name of a file durable, and once in the life of the process those of the folders above it.</summary>
    public static void KeepName(string path)
    {
        // NTFS keeps names by itself; there is no such call.
        if (!OperatingSystem.IsLinux()) return;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Sync(folder);
        if (Kept.ContainsKey(folder)) return;
        if (Path.GetDirectoryName(folder) is not null) KeepName(folder);
        Kept[folder] = true;
    }

    private static void Sync(string folder)
    {
        // A folder far above may belong to somebody else; it was there before us.
        if (Open(folder, CloseOnExec) is not (>= 0 and var number)) return;
        using var handle = new SafeFileHandle(number, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
