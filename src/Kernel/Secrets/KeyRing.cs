using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Layar.Kernel.Files;

namespace Layar.Kernel.Secrets;

/// <summary>
/// The application's keys, in a file outside the database (mode 600): data keys by number, of which the newest seals and
/// every one opens; one key for blind indexes; one for answers derived from a report's id. Only data keys are ever added, and every program
/// that shares the file takes up a new one by itself.
/// </summary>
public sealed class KeyRing
{
    /// <summary>After so long every program that runs seals with a key that was added.</summary>
    public static readonly TimeSpan TakenUp = TimeSpan.FromSeconds(3);

    private const long BetweenLooks = 1000;
    private const int Tries = 100;

    private readonly string path;
    private readonly Lock reading = new();
    private volatile Read read;
    private long lookedAt = Environment.TickCount64;

    private KeyRing(string path, Read read) => (this.path, this.read) = (path, read);

    /// <summary>Number of the key that seals. Looks into the file once a second at most.</summary>
    public int Current
    {
        get
        {
            var now = Environment.TickCount64;
            if (now - Interlocked.Read(ref lookedAt) >= BetweenLooks)
            {
                Interlocked.Exchange(ref lookedAt, now);
                TakeUp();
            }
            return read.Keys.Current;
        }
    }

    private KeyFile Keys => read.Keys;

    /// <summary>Reads the ring.</summary>
    /// <exception cref="FileNotFoundException">when there is none</exception>
    public static KeyRing Open(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"No key ring at {path}. Create it with 'layar migrate --new-keys' and keep a copy apart from the database.", path);
        return new KeyRing(path, Load(path));
    }

    public static KeyRing OpenOrCreate(string path)
    {
        if (!File.Exists(path)) Save(path, new KeyFile(1, new() { [1] = RandomNumberGenerator.GetBytes(32) }, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)));
        return Open(path);
    }

    /// <summary>Adds a data key and makes it current; old ones stay to open what they sealed.</summary>
    /// <exception cref="IOException">when another rotation does not end</exception>
    public int Rotate()
    {
        using var alone = Alone();
        TakeUp();
        var next = Keys.Data.Keys.Max() + 1;
        Save(path, Keys with { Current = next, Data = new(Keys.Data) { [next] = RandomNumberGenerator.GetBytes(32) } });
        TakeUp();
        return next;
    }

    /// <summary>A key that is not known may have been added since the file was read.</summary>
    internal byte[] Data(int number)
    {
        if (!Keys.Data.ContainsKey(number)) TakeUp();
        return Keys.Data.TryGetValue(number, out var key) ? key : throw new CryptographicException($"Key {number} is not in the ring.");
    }

    /// <summary>Keyed fingerprint of a normalised value for look-up by equality; 16 bytes.</summary>
    public byte[] BlindIndex(string purpose, string value) =>
        HMACSHA256.HashData(Keys.Blind, Encoding.UTF8.GetBytes(purpose + "\0" + value))[..16];

    /// <summary>Bytes that only this installation can derive again from the same name, e.g. a report's PIN.</summary>
    public byte[] Derive(string purpose, ReadOnlySpan<byte> name, int bytes)
    {
        var info = Encoding.UTF8.GetBytes(purpose);
        var output = new byte[bytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Keys.Derive, output, name, info);
        return output;
    }

    /// <summary>Reads the file again when it is not the one that was read. One that cannot be read, or is the ring of another installation, changes nothing.</summary>
    private void TakeUp()
    {
        if (Stamp.Of(path) == read.Stamp) return;
        lock (reading)
        {
            try
            {
                if (Stamp.Of(path) != read.Stamp && Load(path) is var fresh && fresh.Keys.Continues(read.Keys)) read = fresh;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
            {
            }
        }
    }

    /// <summary>The stamp is taken first: what is put there meanwhile is read the next time.</summary>
    private static Read Load(string path)
    {
        var stamp = Stamp.Of(path);
        return new Read(stamp, JsonSerializer.Deserialize<KeyFile>(File.ReadAllText(path)) ?? throw new JsonException($"{path} holds no keys."));
    }

    private static void Save(string path, KeyFile keys) =>
        DurableFile.Put(path, JsonSerializer.SerializeToUtf8Bytes(keys), UnixFileMode.UserRead | UnixFileMode.UserWrite);

    /// <summary>Of two that add a key at once, the second adds it to what the first wrote.</summary>
    private FileStream Alone()
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (left > 0)
            {
                Thread.Sleep(100);
            }
        }
    }

    private sealed record Read(Stamp Stamp, KeyFile Keys);

    private readonly record struct Stamp(DateTime WrittenAt, long Length)
    {
        public static Stamp Of(string path) => new FileInfo(path) is { Exists: true } file ? new(file.LastWriteTimeUtc, file.Length) : default;
    }

    private sealed record KeyFile(int Current, Dictionary<int, byte[]> Data, byte[] Blind, byte[] Derive)
    {
        /// <summary>The same ring, with the same keys and perhaps more.</summary>
        public bool Continues(KeyFile before) => Same(Blind, before.Blind) && Same(Derive, before.Derive)
            && before.Data.All(known => Data.TryGetValue(known.Key, out var key) && Same(key, known.Value));

        private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);
    }
}
