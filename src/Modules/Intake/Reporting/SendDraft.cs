using Layar.Catalogue.Contracts;
using Layar.Intake.Submission;
using Layar.Intake.Voices;
using Layar.Kernel.Acts;
using Layar.Kernel.Files;
using Microsoft.AspNetCore.Http;

namespace Layar.Intake.Reporting;

/// <summary>Sends what a draft holds and leaves only the receipt of it.</summary>
internal sealed class SendDraft(DraftBook drafts, DraftPhotos photos, IFileStore files, SubmitReport submit, ICatalogue catalogue)
{
    public const string ConsentVersion = "2026-11";

    public async Task<Submitted> Handle(HttpContext http, Draft draft)
    {
        // Once the button is pressed the report goes in, also when the phone loses its signal now.
        var stop = CancellationToken.None;
        var stored = new List<StoredFile>();
        foreach (var (photo, place) in draft.Photos.Select((p, i) => (p, i + 1)))
            if (await photos.Read(http, photo.Id, stop) is { } bytes) stored.Add(await files.Put(bytes, photo.MediaType, $"foto-{place}{Extension(photo.MediaType)}", stop));
        var voice = await VoiceOf(http, draft);
        var input = draft.ToInput(ConsentVersion) with { Photos = stored.Count, Voice = voice is null ? null : true };
        var answer = await submit.Handle(new IncomingReport(input, Channels.Web, Actor.Citizen, stored) { Voice = voice }, stop);
        if (ReceiptOf(answer) is { } receipt) await drafts.Save(http, Left(draft, receipt), stop);
        return answer;
    }

    private async Task<StoredVoice?> VoiceOf(HttpContext http, Draft draft)
    {
        if (draft.Voice is not { } voice || await photos.Read(http, voice.Id, CancellationToken.None) is not { } bytes) return null;
        return new StoredVoice(await files.Put(bytes, voice.MediaType, "suara" + voice.Extension, CancellationToken.None), voice.Seconds);
    }

    private Draft Left(Draft draft, Receipt receipt) => new()
    {
        ReportId = draft.ReportId,
        Sent = new SentReport(receipt.Code, receipt.FirstAnswerDue, draft.Secrecy == "secret", catalogue.Problems.Any(p => p.Code == draft.Problem && p.Sensitive), draft.Danger == "yes"),
    };

    private static Receipt? ReceiptOf(Submitted answer) => answer switch
    {
        Submitted.Accepted done => done.Receipt,
        Submitted.Again before => before.Receipt,
        _ => null,
    };

    private static string Extension(string mediaType) => mediaType switch { "image/png" => ".png", "image/webp" => ".webp", _ => ".jpg" };
}
