using Microsoft.Data.Sqlite;
using Npgsql;

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
            await Answer(context, number, IsFull(failure));
        }
    }

    private static Task Answer(HttpContext context, string number, bool full)
    {
        context.Response.Clear();
        SecurityHeaders.Set(context);
        context.Response.StatusCode = full ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        var (title, way) = full
            ? ("Penyimpanan penuh", $"Laporan belum dapat disimpan karena penyimpanan kami penuh. Isian Anda belum hilang: coba lagi sebentar, atau telepon petugas dan sebut nomor {number}.")
            : ("Layanan sedang bermasalah", $"Isian Anda belum hilang: kembali ke halaman sebelumnya lalu coba lagi. Sebut nomor {number} bila menghubungi petugas.");
        if (full) context.Response.Headers.RetryAfter = "60";
        if (Machines.AreAsking(context))
            return Results.Problem(title: title, detail: way, statusCode: context.Response.StatusCode).ExecuteAsync(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            "<!doctype html><html lang=id><meta charset=utf-8><meta name=viewport content=\"width=device-width\">" +
            $"<title>{title}</title><h1>{title}</h1><p>{way}</p><p><a href=\"/\">Ke beranda</a></p></html>");
    }

    /// <summary>SQLITE_IOERR_WRITE: what a quota or the largest size of a file look like to SQLite.</summary>
    private const int CannotWrite = 778;

    /// <summary>No room for the database or for a file: the disk, the quota or the size of the file is used up.</summary>
    private static bool IsFull(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is SqliteException { SqliteErrorCode: 13 } or SqliteException { SqliteExtendedErrorCode: CannotWrite } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } || cause is IOException && (cause.HResult & 0xFFFF) is 28 or 112 or 122 or 27) return true;
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure {Number} in {Method} {Endpoint}")]
    private static partial void Unexpected(ILogger log, Exception failure, string number, string method, string endpoint);
}
