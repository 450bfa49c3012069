using System.Globalization;
using Layar.Identity.Contracts;
using Layar.Intake.Submission;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Voices;

/// <summary>What is said in a voice note becomes part of the story, sealed; the act tells that somebody wrote it down, and no word of it.</summary>
internal sealed class WriteDownVoice(AppDb db, Change change, FieldCipher cipher, ActRecorder acts, TimeProvider time)
{
    public const string Meanwhile = "intake.error.voice-meanwhile";
    public const int Longest = 4000;

    /// <summary>Which wording the page was opened over; two officers who write at once do not overwrite each other.</summary>
    public static string Version(ReportVoice voice) => voice.WrittenAt?.Ticks.ToString(CultureInfo.InvariantCulture) ?? "";

    public async Task<Outcome> Handle(FoundVoice found, string? words, string? version, StaffMember officer, CancellationToken stop)
    {
        var text = PlainText.Of(words);
        if (text is null) return new Refusal("intake.error.voice-words", "Words");
        if (text.Length > Longest) return new Refusal("intake.error.voice-long", "Words", text.Length - Longest);
        return await change.Run(async () =>
        {
            var voice = await db.Set<ReportVoice>().FirstAsync(v => v.Id == found.Voice.Id, stop);
            if (Version(voice) != (version ?? "")) return new Refusal(Meanwhile, "Words");
            var now = time.GetUtcNow().UtcDateTime;
            voice.SealedWords = cipher.Seal(text, ReportVoice.Column, voice.Id.Value);
            voice.WrittenAt = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
            await acts.Record(found.CaseId.Value, "VoiceWrittenDown", officer.As(WriteDownVoiceModel.Writers), stop, after: new { letters = text.Length }, touched: [voice.ReportId.Value, voice.Id.Value]);
            return Outcome.Success;
        }, stop);
    }
}
