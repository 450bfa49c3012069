using System.Reflection;

namespace Layar.Catalogue.Loading;

/// <summary>The shipped files, each replaced by a file of the same relative path in the directory of the office.</summary>
internal sealed class DataFiles(string? directory)
{
    private const string Prefix = "catalogue-data/";
    private static readonly Assembly Shipped = typeof(DataFiles).Assembly;

    public Stream? Open(string path)
    {
        if (directory is not null && Path.Combine(directory, path) is var own && File.Exists(own)) return File.OpenRead(own);
        return Shipped.GetManifestResourceStream(Prefix + path);
    }
}
