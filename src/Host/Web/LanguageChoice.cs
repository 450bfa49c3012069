using Microsoft.AspNetCore.Localization;

namespace Layar.Host.Web;

/// <summary><c>?bahasa=en</c> chooses a language and a cookie remembers it; Indonesian otherwise, whatever the browser says.</summary>
internal sealed class LanguageChoice : RequestCultureProvider
{
    private const string Cookie = "bahasa";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var asked = (string?)httpContext.Request.Query["bahasa"];
        if (asked is "id" or "en")
            httpContext.Response.Cookies.Append(Cookie, asked, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        else
            asked = httpContext.Request.Cookies[Cookie];
        var culture = asked == "en" ? "en-GB" : "id-ID";
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(culture));
    }
}
