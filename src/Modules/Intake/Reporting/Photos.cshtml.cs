using Layar.Intake.Submission;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Intake.Reporting;

// Five photos of a phone without scripts to make them smaller are read to their end, so that the answer is a sentence and not a torn line.
[RequestSizeLimit(96 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 96 * 1024 * 1024)]
internal sealed class PhotosModel(WizardTools tools, DraftPhotos photos) : StepPage(tools)
{
    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    [BindProperty] public IFormFile? Voice { get; set; }

    public int Most => ReportRules.MostPhotos;

    public int Left => Most - Draft.Photos.Count;

    protected override Ask Asks => Ask.Photos;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetPictureAsync(Guid id, CancellationToken stop)
    {
        if (Draft.Photos.FirstOrDefault(p => p.Id == id) is not { } facts || await photos.Read(HttpContext, id, stop) is not { } bytes) return NotFound();
        return File(bytes, facts.MediaType);
    }

    public async Task<IActionResult> OnGetSoundAsync(CancellationToken stop)
    {
        if (Draft.Voice is not { } voice || await photos.Read(HttpContext, voice.Id, stop) is not { } bytes) return NotFound();
        return File(bytes, voice.MediaType);
    }

    public async Task<IActionResult> OnPostAsync(Guid? hapus, CancellationToken stop)
    {
        if (hapus is { } gone)
        {
            Draft = await photos.Remove(HttpContext, Draft, gone, stop);
            return Redirect(PathOf(Ask.Photos) + (Changing ? "?ubah=true" : ""));
        }
        (Draft, var faults) = await photos.Add(HttpContext, Draft, Files, stop);
        var unheard = await Hear(stop);
        faults = [.. faults.DistinctBy(f => f.Code).Select(f => f.At(nameof(Files))), .. unheard];
        if (Pressed("tambah") && faults.Count == 0) return Redirect(PathOf(Ask.Photos) + (Changing ? "?ubah=true" : ""));
        return await Answer(Draft, faults);
    }

    private async Task<IReadOnlyList<Refusal>> Hear(CancellationToken stop)
    {
        if (Voice is not { Length: > 0 }) return [];
        var heard = await photos.Hear(HttpContext, Draft, Voice, stop);
        if (!heard.TryGet(out var draft, out var refusal)) return [refusal.At(nameof(Voice))];
        Draft = draft;
        return [];
    }
}
