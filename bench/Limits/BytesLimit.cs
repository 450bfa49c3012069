using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Layar.Bench.Limits;

/// <summary>Answers everything with the same bytes.</summary>
internal static class BytesLimit
{
    public static Task Serve(IConfiguration options)
    {
        var body = File.ReadAllBytes(options["file"]!);
        var type = options["type"];
        return LimitPrograms.Kestrel(options, app => app.Run(http =>
        {
            http.Response.ContentType = type;
            http.Response.ContentLength = body.Length;
            return http.Response.Body.WriteAsync(body).AsTask();
        }));
    }
}
