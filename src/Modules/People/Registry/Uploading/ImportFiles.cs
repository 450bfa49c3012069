using System.Security.Cryptography;
using System.Text.Json;
using Layar.Kernel.Installations;
using Layar.Kernel.Secrets;
using Layar.People.Contracts;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Releases;

namespace Layar.People.Registry.Uploading;

/// <summary>The files of an import: sealed in the data folder when they were uploaded, where they lie when they were named in the terminal.</summary>
internal sealed class ImportFiles(Installation installation, KeyRing ring)
{
    /// <summary>Bytes of one upload at most.</summary>
    public const long Most = 4L << 30;

    private string Folder => Path.Combine(installation.DataFolder, "registry");

    /// <summary>Where texts of workbooks may be put while they are read.</summary>
    public string Scratch => Directory.CreateDirectory(Path.Combine(Folder, "scratch")).FullName;

    public static IReadOnlyList<ImportFile> Of(RegistryImport import) => JsonSerializer.Deserialize<List<ImportFile>>(import.Files)!;

    public static string Written(IReadOnlyList<ImportFile> files) => JsonSerializer.Serialize(files);

    /// <summary>SHA-256 over the hashes of the files.</summary>
    public static byte[] Together(IEnumerable<byte[]> hashes) => SHA256.HashData([.. hashes.SelectMany(h => h)]);

    /// <summary>Seals an upload as it comes.</summary>
    /// <exception cref="InvalidDataException">when it is larger than <see cref="Most"/></exception>
    public async Task<(ImportFile File, byte[] Hash)> Keep(string name, Stream source, CancellationToken stop)
    {
        Directory.CreateDirectory(Folder);
        var place = Guid.NewGuid().ToString("N");
        var (length, hash) = await SealedUpload.Write(Path.Combine(Folder, place), Key(place), source, Most, stop);
        return (new ImportFile(name, place, true, length), hash);
    }

    public TableFile Open(ImportFile file) => TableFile.Open(file.Name, () => Bytes(file), Scratch);

    /// <summary>Deletes what was uploaded; files named in the terminal stay.</summary>
    public void Forget(IEnumerable<ImportFile> files)
    {
        foreach (var file in files.Where(f => f.Sealed)) File.Delete(Path.Combine(Folder, file.Place));
    }

    public static bool AreHere(Installation installation, IEnumerable<ImportFile> files) =>
        files.All(f => File.Exists(f.Sealed ? Path.Combine(installation.DataFolder, "registry", f.Place) : f.Place));

    private Stream Bytes(ImportFile file)
    {
        try
        {
            return file.Sealed ? SealedUpload.Open(Path.Combine(Folder, file.Place), Key(file.Place)) : new FileStream(file.Place, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ReadingFault("gone", file.Name);
        }
    }

    private byte[] Key(string place) => ring.Derive("registry.upload", System.Text.Encoding.UTF8.GetBytes(place), 32);
}
