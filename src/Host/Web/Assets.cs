using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.StaticFiles;

namespace Layar.Host.Web;

/// <summary>
/// Style sheets, scripts, fonts and images of the modules, embedded in their assemblies: read and compressed once, served
/// from memory with a name that changes with the content and may be kept for a year.
/// </summary>
internal sealed class Assets : IFileVersionProvider
{
    private static readonly string[] Compressible = [".css", ".js", ".svg", ".webmanifest", ".json", ".txt"];
    private readonly FrozenDictionary<string, Asset> byPath;

    public Assets(IEnumerable<Assembly> assemblies)
    {
        var types = new FileExtensionContentTypeProvider { Mappings = { [".webmanifest"] = "application/manifest+json" } };
        byPath = assemblies.SelectMany(a => a.GetManifestResourceNames()
                .Where(n => n.StartsWith("wwwroot/", StringComparison.Ordinal))
                .Select(n => Read(a, n, types)))
            .ToFrozenDictionary(a => a.Path, StringComparer.Ordinal);
    }

    public string AddFileVersionToPath(PathString requestPathBase, string path) =>
        byPath.TryGetValue(path.TrimStart('~'), out var asset) ? $"{path.TrimStart('~')}?v={asset.Version}" : path;

    /// <summary>Answers when the path names an asset.</summary>
    public async Task<bool> Answer(HttpContext context)
    {
        if (!byPath.TryGetValue(context.Request.Path.Value ?? "", out var asset)) return false;
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return false;
        var headers = context.Response.Headers;
        headers.CacheControl = context.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ETag = $"\"{asset.Version}\"";
        headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.IfNoneMatch == headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        var body = asset.Plain;
        if (asset.Brotli is not null && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            headers.ContentEncoding = "br";
            body = asset.Brotli;
        }
        context.Response.ContentType = asset.Type;
        context.Response.ContentLength = body.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.Body.WriteAsync(body, context.RequestAborted);
        return true;
    }

    private static Asset Read(Assembly assembly, string name, FileExtensionContentTypeProvider types)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var plain = name.EndsWith(".js", StringComparison.Ordinal) ? WithoutNotes(memory.ToArray()) : memory.ToArray();
        var path = $"/_content/{assembly.GetName().Name}/{name["wwwroot/".Length..].Replace('\\', '/')}";
        var version = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        if (!types.TryGetContentType(path, out var type)) type = "application/octet-stream";
        if (type.StartsWith("text/", StringComparison.Ordinal)) type += "; charset=utf-8";
        return new Asset(path, version, type, plain, Compressible.Contains(Path.GetExtension(path)) ? Compress(plain) : null);
    }

    /// <summary>Notes that stand on lines of their own, and indents, are for us and not for a telephone on 2G.</summary>
    private static byte[] WithoutNotes(byte[] script) => Encoding.UTF8.GetBytes(string.Concat(
        Encoding.UTF8.GetString(script).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)).Select(line => line + "\n")));

    /// <summary>The smallest brotli; some hundredths of a second for a page.</summary>
    public static byte[] Compress(byte[] plain)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize)) brotli.Write(plain);
        return output.ToArray();
    }

    private sealed record Asset(string Path, string Version, string Type, byte[] Plain, byte[]? Brotli);
}
