using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Layar.Intake.Uploads;

/// <summary>What the headers of a request say by tus 1.0.0 (https://tus.io/protocols/resumable-upload).</summary>
internal static class TusRequest
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,expiration,termination";
    public const string Piece = "application/offset+octet-stream";

    /// <summary>Old proxies let only GET and POST through; the real verb stands beside.</summary>
    public static string Verb(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Headers["X-HTTP-Method-Override"].ToString() is { Length: > 0 } meant ? meant.ToUpperInvariant() : request.Method;

    /// <summary>Null when it is missing or no whole number of bytes.</summary>
    public static long? Bytes(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    /// <summary>Pairs of key and Base64; what is broken is left out.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(HttpRequest request)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Span<byte> value = stackalloc byte[512];
        foreach (var pair in request.Headers["Upload-Metadata"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var gap = pair.IndexOf(' ');
            if (gap > 0 && gap < 40 && Convert.TryFromBase64String(pair[(gap + 1)..].Trim(), value, out var length)) found.TryAdd(pair[..gap], Encoding.UTF8.GetString(value[..length]));
        }
        return found;
    }

    /// <summary>The upload secret: <c>Authorization: Bearer …</c>, or <c>secret</c> in the metadata for clients that set no headers.</summary>
    public static string? Right(HttpRequest request, IReadOnlyDictionary<string, string> metadata) =>
        request.Headers.Authorization.ToString() is var given && given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? given[7..].Trim() : metadata.GetValueOrDefault("secret");

    public static void Says(HttpContext http, ReportUpload upload)
    {
        var headers = http.Response.Headers;
        headers["Upload-Offset"] = upload.Received.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Length"] = upload.Length.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }
}
