using Layar.Intake.Reporting;
using Layar.Intake.Submission;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.OnPhone;

/// <summary>
/// A chat, photos or a voice note that somebody shares from another app become a draft. The worker on the phone takes them, also without
/// network; this is for the phone whose worker is gone.
/// </summary>
internal static class SharedIntoApp
{
    public const string Path = "/lapor/bagikan";
    public const string Title = "judul";
    public const string Text = "teks";
    public const string Link = "tautan";
    public const string Photo = "foto";
    public const string Voice = "suara";

    public static async Task Take(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var drafts = http.RequestServices.GetRequiredService<DraftBook>();
        var words = PlainText.Of(string.Join('\n', ((string[])[Title, Text, Link]).Select(name => form[name].ToString()).Where(w => w.Length > 0)));
        // What was begun before stays; the shared words stand below it.
        var draft = await drafts.Load(http, http.RequestAborted) is { Sent: null } before ? before : new Draft();
        draft = draft with { Story = PlainText.Of(string.Join('\n', draft.Story, words)) };
        await drafts.Save(http, draft, http.RequestAborted);
        var files = http.RequestServices.GetRequiredService<DraftPhotos>();
        (draft, _) = await files.Add(http, draft, form.Files.GetFiles(Photo), http.RequestAborted);
        if (form.Files.GetFile(Voice) is { Length: > 0 } voice) await files.Hear(http, draft, voice, http.RequestAborted);
        http.Response.Redirect("/lapor");
    }
}
