using Layar.Catalogue.Contracts;
using Layar.Catalogue.Programmes;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>The next version of a programme, begun from the one that holds today or last held.</summary>
internal sealed class BeginVersionModel(ProgrammeBook book, DraftChecks checks, WriteDraft write, VersionReading versions, ICatalogue catalogue, ICurrentStaff staff, TextCatalogue texts, TimeProvider time)
    : DraftPage(book, checks, write, catalogue, staff, texts, time)
{
    [BindProperty(SupportsGet = true, Name = "kode")] public string Code { get; set; } = "";

    public override string Back => $"/petugas/program/{Code}/versi";

    public IActionResult OnGet()
    {
        if (versions.Before(Code, DateOnly.MaxValue) is not { } programme) return NotFound();
        Input = DraftInput.Of(programme);
        (Input.From, Input.Note) = (Today.AddDays(1) > programme.Validity.From ? Today.AddDays(1) : programme.Validity.From.AddDays(1), null);
        if (Input.To < Input.From) Input.To = null;
        return Show();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "lihat")] string? look, CancellationToken stop)
    {
        if (versions.Before(Code, DateOnly.MaxValue) is null) return NotFound();
        Input.Code = Code;
        return await Save(look is not null, stop);
    }
}
