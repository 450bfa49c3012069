using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Layar.Host.Web;

/// <summary>
/// A form that is larger than its page takes answers 413 with a page that says so. The framework makes a bad request of it,
/// because it is the antiforgery check that meets the limit first.
/// </summary>
internal sealed class TooMuch(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        if (Machines.AreAsking(context) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }
        if (Announced(context)) Refuse(context);
        else if (await Met(context)) Refuse(context);
    }

    /// <summary>What is announced as too long is not read at all; the limit is lifted so that the browser may finish speaking and reads the page.</summary>
    private static bool Announced(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } most } size || context.Request.ContentLength is not { } length || length <= most) return false;
        size.MaxRequestBodySize = null;
        return true;
    }

    private async Task<bool> Met(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response.StatusCode != StatusCodes.Status400BadRequest || context.Response.HasStarted || !context.Request.HasFormContentType) return false;
            // The form remembers how its reading ended.
            await context.Request.ReadFormAsync(context.RequestAborted);
            return false;
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted && bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return true;
        }
        catch (InvalidDataException limit) when (!context.Response.HasStarted && limit.Message.Contains(" limit ", StringComparison.Ordinal))
        {
            return true;
        }
        catch (IOException) when (!context.Response.HasStarted && context.Response.StatusCode == StatusCodes.Status400BadRequest)
        {
            return false;
        }
    }

    /// <summary>Without a type nobody takes the rest for a form, not even the page that explains the refusal.</summary>
    private static void Refuse(HttpContext context)
    {
        context.Request.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
