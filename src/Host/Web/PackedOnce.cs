using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Layar.Ui.Layouts;

namespace Layar.Host.Web;

/// <summary>
/// Packs what is the same for everybody with the slowest and best brotli, once for each content: a third fewer bytes than
/// packing on the way out, which counts on 2G.
/// </summary>
internal sealed class PackedOnce(RequestDelegate next)
{
    /// <summary>Languages times the changes of a day; a thousand contents would be a page that is not the same for everybody.</summary>
    private const int Most = 16;
    private readonly ConcurrentDictionary<string, byte[]> packed = new(StringComparer.Ordinal);

    public Task Invoke(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<SameForEverybodyAttribute>() is not null
        && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal) ? Pack(context) : next(context);

    private async Task Pack(HttpContext context)
    {
        var outside = context.Response.Body;
        using var inside = new MemoryStream();
        context.Response.Body = inside;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = outside;
        }
        var body = inside.ToArray();
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            context.Response.Headers.ContentEncoding = "br";
            context.Response.Headers.Vary = "Accept-Encoding";
            body = Packed(body);
        }
        context.Response.ContentLength = body.Length;
        await outside.WriteAsync(body, context.RequestAborted);
    }

    private byte[] Packed(byte[] plain)
    {
        var name = Convert.ToHexString(SHA256.HashData(plain));
        if (packed.TryGetValue(name, out var known)) return known;
        if (packed.Count >= Most) packed.Clear();
        return packed[name] = Assets.Compress(plain);
    }
}
