namespace Layar.Host.Web;

/// <summary>
/// The one place for what nobody expected: an opaque number for the person and the log, a plain way on, and no detail of
/// the failure in the answer.
/// </summary>
internal sealed partial class LastResort(RequestDelegate next, ILogger<LastResort> log)
{
    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            var number = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
            Unexpected(log, failure, number, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "-");
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(
                $"<!doctype html><html lang=id><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Galat</title>" +
                $"<h1>Layanan sedang bermasalah</h1><p>Isian Anda belum hilang: kembali ke halaman sebelumnya lalu coba lagi. Sebut nomor {number} bila menghubungi petugas.</p><p><a href=\"/\">Ke beranda</a></p></html>");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure {Number} in {Method} {Endpoint}")]
    private static partial void Unexpected(ILogger log, Exception failure, string number, string method, string endpoint);
}
