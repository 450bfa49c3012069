using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Layar.Kernel.Files;

namespace Layar.Kernel.Secrets;

/// <summary>
/// The application's keys, in a file outside the database (mode 600): data keys by number, of which the newest seals and
/// every one opens; one key for blind indexes; one for answers derived from a report's id.
/// </summary>
public sealed class KeyRing
{
    private readonly string path;
    private KeyFile keys;

    private KeyRing(string path, KeyFile keys) => (this.path, this.keys) = (path, keys);

    public int Current => keys.Current;

    /// <summary>Reads the ring.</summary>
    /// <exception cref="FileNotFoundException">when there is none</exception>
    public static KeyRing Open(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"No key ring at {path}. Create it with 'layar migrate --new-keys' and keep a copy apart from the database.", path);
        return new KeyRing(path, JsonSerializer.Deserialize<KeyFile>(File.ReadAllText(path))!);
    }

    public static KeyRing OpenOrCreate(string path)
    {
        if (File.Exists(path)) return Open(path);
        var ring = new KeyRing(path, new KeyFile(1, new() { [1] = RandomNumberGenerator.GetBytes(32) }, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)));
        ring.Save();
        return ring;
    }

    /// <summary>Adds a data key and makes it current; old ones stay to open what they sealed.</summary>
    public int Rotate()
    {
        var next = keys.Data.Keys.Max() + 1;
        keys = keys with { Current = next, Data = new(keys.Data) { [next] = RandomNumberGenerator.GetBytes(32) } };
        Save();
        return next;
    }

    internal byte[] Data(int number) => keys.Data.TryGetValue(number, out var key) ? key : throw new CryptographicException($"Key {number} is not in the ring.");

    /// <summary>Keyed fingerprint of a normalised value for look-up by equality; 16 bytes.</summary>
    public byte[] BlindIndex(string purpose, string value) =>
        HMACSHA256.HashData(keys.Blind, Encoding.UTF8.GetBytes(purpose + "\0" + value))[..16];

    /// <summary>Bytes that only this installation can derive again from the same name, e.g. a report's PIN.</summary>
    public byte[] Derive(string purpose, ReadOnlySpan<byte> name, int bytes)
    {
        var info = Encoding.UTF8.GetBytes(purpose);
        var output = new byte[bytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Derive, output, name, info);
        return output;
    }

    private void Save() =>
        DurableFile.Put(path, JsonSerializer.SerializeToUtf8Bytes(keys), UnixFileMode.UserRead | UnixFileMode.UserWrite);

    private sealed record KeyFile(int Current, Dictionary<int, byte[]> Data, byte[] Blind, byte[] Derive);
}
