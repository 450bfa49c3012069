using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Layar.Intake.Contracts;
using Layar.Kernel.Secrets;
using Microsoft.AspNetCore.Http;

namespace Layar.Intake.Tracking;

/// <summary>
/// What a browser holds after the right pair was typed: half an hour for one report, sealed, so that neither PIN nor
/// link stands in the address or the history of a borrowed phone.
/// </summary>
internal sealed class TrackingPass(FieldCipher cipher, TimeProvider time)
{
    private const string Cookie = "lacak";
    private const string Place = "cookie.lacak";
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(30);

    public void Give(HttpContext http, ReportId report)
    {
        Span<byte> plain = stackalloc byte[24];
        report.Value.TryWriteBytes(plain);
        BinaryPrimitives.WriteInt64BigEndian(plain[16..], time.GetUtcNow().Add(Holds).ToUnixTimeSeconds());
        http.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(cipher.Seal(plain, Place, Guid.Empty)), Options(http, Holds));
    }

    public ReportId? Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: < 200 } value) return null;
        try
        {
            var plain = cipher.OpenBytes(Base64Url.DecodeFromChars(value), Place, Guid.Empty);
            var until = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(16)));
            return until > time.GetUtcNow() ? new ReportId(new Guid(plain.AsSpan(0, 16))) : null;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public void Take(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = age, Path = "/lacak" };
}
