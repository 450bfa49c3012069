namespace Layar.Host.Tests.PowerLoss;

/// <summary>
/// A folder on a disk that keeps only what it was told to keep: bytes after the file was synced, names after their folder was. File systems keep
/// more than that; none has to. The shared memory of SQLite (-shm) is no file of the disk.
/// </summary>
internal sealed class SimulatedDisk
{
    private readonly string root;
    private readonly DiskFolder top;

    public SimulatedDisk(string root)
    {
        this.root = root.TrimEnd('/');
        top = There(root);
    }

    /// <summary>Lays out what is left when the power fails now.</summary>
    public void Lose(Random random, string into) => Lay(top, into, random, (double[])[0, 0.5, 0.9, 1] is var odds ? odds[random.Next(odds.Length)] : 0);

    /// <summary>Whether a call names something in this folder.</summary>
    public bool Concerns(TracedCall call) => Enumerable.Range(0, call.Words.Length).Any(i => Named(call, i) is { } path && (path == root || Inside(path)));

    public void Apply(TracedCall call)
    {
        switch (call.Name)
        {
            case "openat" when call.Result >= 0: Opened(call, call.Text(1), call.Words[2]); break;
            case "open" when call.Result >= 0: Opened(call, call.Text(0), call.Words[1]); break;
            case "pwrite64" when FileOf(call) is { } file: file.Put(call.Ended, call.Number(3), Written(call)); break;
            case "write" when FileOf(call) is { } file: file.Put(call.Ended, file.Length, Written(call)); break;
            case "ftruncate" when FileOf(call) is { } file && call.Result == 0: file.Cut(call.Ended, call.Number(1)); break;
            case "fsync" or "fdatasync" when call.Result == 0 && call.Open(0) is { } path: Synced(call, path); break;
            case "mkdir" when call.Result == 0: Named(call, call.Text(0), new DiskFolder()); break;
            case "unlink" or "rmdir" when call.Result == 0: Named(call, call.Text(0), null); break;
            case "unlinkat" when call.Result == 0: Named(call, call.Text(1), null); break;
            case "rename" when call.Result == 0: Renamed(call, call.Text(0), call.Text(1)); break;
            case "link" when call.Result == 0 && Thing(call.Text(0)) is { } thing: Named(call, call.Text(1), thing); break;
            default: Understood(call); break;
        }
    }

    private void Opened(TracedCall call, string path, string how)
    {
        if (Thing(path) is DiskFile file)
        {
            if (how.Contains("O_TRUNC", StringComparison.Ordinal)) file.Cut(call.Ended, 0);
        }
        else if (how.Contains("O_CREAT", StringComparison.Ordinal)) Named(call, path, new DiskFile([]));
    }

    private void Synced(TracedCall call, string path)
    {
        if (path == root) top.Sync(call.Begun);
        else if (Thing(path) is DiskFolder folder) folder.Sync(call.Begun);
        else if (Thing(path) is DiskFile file) file.Sync(call.Begun);
    }

    private void Renamed(TracedCall call, string from, string to)
    {
        if (Thing(from) is not { } thing) return;
        if (Path.GetDirectoryName(from) != Path.GetDirectoryName(to)) throw new NotSupportedException($"{from} was moved into another folder.");
        Folder(from)!.Change(call.Ended, Path.GetFileName(from), Path.GetFileName(to), thing);
    }

    private void Named(TracedCall call, string path, object? thing)
    {
        if (Folder(path) is not { } folder || path.EndsWith("-shm", StringComparison.Ordinal)) return;
        var name = Path.GetFileName(path);
        folder.Change(call.Ended, thing is null ? name : null, thing is null ? null : name, thing);
    }

    /// <summary>No call may change the folder in a way that is not simulated.</summary>
    private void Understood(TracedCall call)
    {
        if (call.Name is "openat" or "open" or "pwrite64" or "write" or "ftruncate" or "fsync" or "fdatasync" or "mkdir" or "unlink" or "rmdir" or "unlinkat" or "rename" or "link" || call.Result < 0) return;
        if (Concerns(call)) throw new NotSupportedException($"{call.Name}({string.Join(", ", call.Words)}) is not simulated.");
    }

    /// <summary>The path behind a descriptor or of a call about paths.</summary>
    private static string? Named(TracedCall call, int word) =>
        call.Open(word) ?? (call.Words[word].StartsWith("\"\\x2f", StringComparison.Ordinal) && !call.Name.Contains("write", StringComparison.Ordinal) ? call.Text(word) : null);

    private static byte[] Written(TracedCall call) => call.Result < 0 ? [] : call.Bytes(1)[..(int)call.Result];

    private DiskFile? FileOf(TracedCall call) => call.Open(0) is { } path ? Thing(path) as DiskFile : null;

    private bool Inside(string path) => path.StartsWith(root + "/", StringComparison.Ordinal);

    private DiskFolder? Folder(string path) => !Inside(path) ? null : Path.GetDirectoryName(path) == root ? top : Thing(Path.GetDirectoryName(path)!) as DiskFolder;

    private object? Thing(string path) => Folder(path) is { } folder && folder.Now.TryGetValue(Path.GetFileName(path), out var thing) ? thing : null;

    private static DiskFolder There(string path)
    {
        var folder = new DiskFolder();
        foreach (var inner in Directory.GetDirectories(path)) folder.Keep(Path.GetFileName(inner), There(inner));
        foreach (var file in Directory.GetFiles(path).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal))) folder.Keep(Path.GetFileName(file), new DiskFile(File.ReadAllBytes(file)));
        return folder;
    }

    private static void Lay(DiskFolder folder, string into, Random random, double survives)
    {
        Directory.CreateDirectory(into);
        foreach (var (name, thing) in folder.After(random))
        {
            if (thing is DiskFolder inner) Lay(inner, Path.Combine(into, name), random, survives);
            else File.WriteAllBytes(Path.Combine(into, name), ((DiskFile)thing).After(random, survives));
        }
    }
}
