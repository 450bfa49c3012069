using Layar.Intake.Submission;
using Layar.Intake.Voices;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Secrets;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Reporting;

/// <summary>Photos and voice note of a draft; sealed, and gone with it. They reach the file store only when the report is sent.</summary>
internal sealed class DraftPhotos(AppDb db, Change change, FieldCipher cipher, DraftBook drafts)
{
    /// <summary>Keeps the clean ones and says for each other file why not.</summary>
    public async Task<(Draft Draft, IReadOnlyList<Refusal> Faults)> Add(HttpContext http, Draft draft, IReadOnlyList<IFormFile> files, CancellationToken stop)
    {
        var faults = new List<Refusal>();
        var fresh = new List<(DraftPhotoFacts Facts, byte[] Bytes)>();
        foreach (var file in files.Where(f => f.Length > 0))
        {
            if (draft.Photos.Count + fresh.Count >= ReportRules.MostPhotos)
            {
                faults.Add(new Refusal("intake.error.photos-many", null, ReportRules.MostPhotos));
                break;
            }
            var clean = await PhotoRules.Clean(file, stop);
            if (clean.TryGet(out var photo, out var refusal)) fresh.Add((new(Guid.CreateVersion7(), photo.Bytes.Length, photo.Facts.Kind.MediaType()), photo.Bytes));
            else faults.Add(refusal);
        }
        if (fresh.Count == 0) return (draft, faults);
        // Making photos small takes a while: what another window added meanwhile stays.
        draft = await drafts.Load(http, stop) ?? draft;
        draft = draft with { Photos = [.. draft.Photos, .. fresh.Select(f => f.Facts)] };
        await drafts.Save(http, draft, stop);
        var id = drafts.IdOf(http)!.Value;
        await change.Run(() =>
        {
            foreach (var (facts, bytes) in fresh)
                db.Add(new ReportDraftPhoto { Id = facts.Id, DraftId = id, SealedBytes = cipher.Seal(bytes, ReportDraftPhoto.Column, facts.Id) });
            return Task.FromResult(Outcome.Success);
        }, stop);
        db.ChangeTracker.Clear();
        return (draft, faults);
    }

    /// <summary>Keeps a recording in the place of the one before; refused when it is none.</summary>
    public async Task<Outcome<Draft>> Hear(HttpContext http, Draft draft, IFormFile file, CancellationToken stop)
    {
        if (!(await VoiceRules.Clean(file, stop)).TryGet(out var voice, out var refusal)) return refusal;
        if (draft.Voice is { } before) draft = await Remove(http, draft, before.Id, stop);
        var facts = new DraftVoiceFacts(Guid.CreateVersion7(), voice.Bytes.Length, voice.MediaType, voice.Extension, voice.Seconds());
        draft = draft with { Voice = facts };
        await drafts.Save(http, draft, stop);
        var id = drafts.IdOf(http)!.Value;
        await change.Run(() =>
        {
            db.Add(new ReportDraftPhoto { Id = facts.Id, DraftId = id, SealedBytes = cipher.Seal(voice.Bytes, ReportDraftPhoto.Column, facts.Id) });
            return Task.FromResult(Outcome.Success);
        }, stop);
        db.ChangeTracker.Clear();
        return draft;
    }

    public async Task<byte[]?> Read(HttpContext http, Guid photo, CancellationToken stop)
    {
        if (drafts.IdOf(http) is not { } id) return null;
        var row = await db.Set<ReportDraftPhoto>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == photo && p.DraftId == id, stop);
        return row is null ? null : cipher.OpenBytes(row.SealedBytes, ReportDraftPhoto.Column, photo);
    }

    public async Task<Draft> Remove(HttpContext http, Draft draft, Guid photo, CancellationToken stop)
    {
        if (drafts.IdOf(http) is not { } id) return draft;
        await change.Run(async () =>
        {
            await db.Set<ReportDraftPhoto>().Where(p => p.Id == photo && p.DraftId == id).ExecuteDeleteAsync(stop);
            return Outcome.Success;
        }, stop);
        draft = draft with { Photos = [.. draft.Photos.Where(p => p.Id != photo)], Voice = draft.Voice?.Id == photo ? null : draft.Voice };
        await drafts.Save(http, draft, stop);
        return draft;
    }
}
