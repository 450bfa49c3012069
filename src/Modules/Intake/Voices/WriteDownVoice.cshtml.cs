using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Intake.Voices;

/// <summary>An officer listens to a voice note and writes down what is said, so that it can be read, searched and handed on.</summary>
[StaffPage(Roles.Operator, Roles.CallCentre, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class WriteDownVoiceModel(VoicesOfReports voices, WriteDownVoice write, ReadLog log, ICurrentStaff staff, TextCatalogue texts) : PageModel
{
    public static readonly IReadOnlyList<string> Writers = StaffPageAttribute.Of<WriteDownVoiceModel>();

    [BindProperty] public string? Words { get; set; }

    [BindProperty] public string? Version { get; set; }

    public FoundVoice Found { get; private set; } = null!;

    /// <summary>What a colleague wrote while this page was open.</summary>
    public string? Colleague { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await voices.Find(id, staff.Required, stop) is not { } found) return NotFound();
        if (found.Words is not null) await log.Opened(staff.Required.As(Writers), "voice", id, "Membaca suara pelapor", stop);
        (Found, Words, Version) = (found, found.Words, WriteDownVoice.Version(found.Voice));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await voices.Find(id, staff.Required, stop) is not { } found) return NotFound();
        Found = found;
        var outcome = await write.Handle(found, Words, Version, staff.Required, stop);
        if (outcome.Refusal is not { } refusal) return Redirect($"/petugas/kasus/{found.CaseNumber}");
        ModelState.AddModelError(refusal.Field ?? "", texts[refusal.Code, [.. refusal.Args]]);
        if (refusal.Code == WriteDownVoice.Meanwhile)
        {
            await log.Opened(staff.Required.As(Writers), "voice", id, "Membaca suara pelapor", stop);
            ModelState.Remove(nameof(Version));
            (Colleague, Version) = (found.Words, WriteDownVoice.Version(found.Voice));
        }
        return Page();
    }
}
