using System.Globalization;
using System.Security.Cryptography;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;

namespace Layar.Host.CommandLine;

/// <summary>What <c>layar import-dtsen</c> was told.</summary>
/// <param name="Rest">words for the settings</param>
internal sealed record ImportOrder(IReadOnlyList<string> Files, bool Commit, Guid? Undo, RegistryKind? Kind, DateOnly? AsOf, string[] Rest)
{
    private static readonly string Form = VerbForms.Find("import-dtsen")!.Usage;

    /// <exception cref="ArgumentException">with the form of the verb</exception>
    public static ImportOrder Parse(string[] args)
    {
        var order = new ImportOrder([], false, null, null, null, []);
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = Split(args, ref i);
            order = name switch
            {
                null => order with { Files = [.. order.Files, value!] },
                "--commit" => order with { Commit = true },
                "--undo" => order with { Undo = Guid.TryParse(value, out var id) ? id : throw new ArgumentException($"--undo {value}: write the ID that the import printed. {Form}") },
                "--registry" => order with { Kind = KindOf(value) },
                "--as-of" => order with { AsOf = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new ArgumentException($"--as-of {value}: write 2026-09-30. {Form}") },
                _ => order with { Rest = [.. order.Rest, name + "=" + value] },
            };
        }
        if (order.Undo is null == (order.Files.Count == 0)) throw new ArgumentException(Form);
        foreach (var file in order.Files)
            if (!File.Exists(file)) throw new FileNotFoundException($"{file} was not found.", file);
        return order;
    }

    /// <summary>Whether a dry run says what this order asks.</summary>
    public bool Fits(RegistryImport import) => (Kind is null || Kind == import.Kind) && (AsOf is null || AsOf == import.AsOf);

    private static (string? Name, string? Value) Split(string[] args, ref int i)
    {
        var word = args[i];
        if (!word.StartsWith("--", StringComparison.Ordinal)) return (null, Path.GetFullPath(word));
        if (word == "--commit") return (word, null);
        if (word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) return (word[..at], word[(at + 1)..]);
        return i + 1 < args.Length ? (word, args[++i]) : throw new ArgumentException($"{word} needs a value. {Form}");
    }

    private static RegistryKind KindOf(string? text) => text switch
    {
        "dtsen" => RegistryKind.Dtsen,
        "dtks" => RegistryKind.Dtks,
        "bdt" => RegistryKind.Bdt,
        "desa" => RegistryKind.Village,
        _ => throw new ArgumentException($"--registry {text}: write dtsen, dtks, bdt or desa. {Form}"),
    };
}

internal static class FilesAt
{
    /// <summary>Size and SHA-256 of each file, read in pieces.</summary>
    public static async Task<IReadOnlyList<(ImportFile File, byte[] Hash)>> Look(IReadOnlyList<string> paths, CancellationToken stop)
    {
        var files = new List<(ImportFile, byte[])>();
        foreach (var path in paths)
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17);
            files.Add((new ImportFile(Path.GetFileName(path), path, false, file.Length), await SHA256.HashDataAsync(file, stop)));
        }
        return files;
    }
}
