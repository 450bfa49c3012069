using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Reporting;

/// <summary>Keeps the draft of the browser that asks, by a random secret in its cookie.</summary>
internal sealed class DraftBook(AppDb db, Change change, FieldCipher cipher, KeyRing ring, TimeProvider time)
{
    public const string Cookie = "lapor";
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);
    public static readonly TimeSpan KeptAfterSending = TimeSpan.FromMinutes(30);

    public async Task<Draft?> Load(HttpContext http, CancellationToken stop)
    {
        if (IdOf(http) is not { } id) return null;
        var now = time.GetUtcNow().UtcDateTime;
        var row = await db.Set<ReportDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.ExpiresAt > now, stop);
        return row is null ? null : JsonSerializer.Deserialize(cipher.OpenBytes(row.SealedAnswers, ReportDraft.Column, id.Value), DraftJson.Default.Draft);
    }

    public async Task Save(HttpContext http, Draft draft, CancellationToken stop)
    {
        var id = IdOf(http) ?? NewCookie(http);
        var answers = cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(draft, DraftJson.Default.Draft), ReportDraft.Column, id.Value);
        var expires = time.GetUtcNow().UtcDateTime + (draft.Sent is null ? Kept : KeptAfterSending);
        await change.Run(async () =>
        {
            var row = await db.Set<ReportDraft>().FirstOrDefaultAsync(d => d.Id == id, stop);
            if (row is null) db.Add(new ReportDraft { Id = id, SealedAnswers = answers, ExpiresAt = expires });
            else (row.SealedAnswers, row.ExpiresAt) = (answers, expires);
            if (draft.Photos.Count == 0 && draft.Voice is null) await db.Set<ReportDraftPhoto>().Where(p => p.DraftId == id).ExecuteDeleteAsync(stop);
            return Outcome.Success;
        }, stop);
        db.ChangeTracker.Clear();
    }

    public async Task Discard(HttpContext http, CancellationToken stop)
    {
        if (IdOf(http) is not { } id) return;
        await change.Run(async () =>
        {
            await db.Set<ReportDraftPhoto>().Where(p => p.DraftId == id).ExecuteDeleteAsync(stop);
            await db.Set<ReportDraft>().Where(d => d.Id == id).ExecuteDeleteAsync(stop);
            return Outcome.Success;
        }, stop);
        http.Response.Cookies.Delete(Cookie, Options(http));
    }

    /// <summary>The draft of this browser; null before the first answer.</summary>
    internal ReportDraftId? IdOf(HttpContext http)
    {
        var secret = http.Items[Cookie] as string ?? http.Request.Cookies[Cookie];
        return secret is { Length: 32 } ? new ReportDraftId(new Guid(ring.BlindIndex("report-draft", secret), bigEndian: true)) : null;
    }

    private ReportDraftId NewCookie(HttpContext http)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        http.Items[Cookie] = secret;
        http.Response.Cookies.Append(Cookie, secret, Options(http, Kept));
        return IdOf(http)!.Value;
    }

    private static CookieOptions Options(HttpContext http, TimeSpan? age = null) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = age, Path = "/",
    };
}
