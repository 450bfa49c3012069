using Layar.Catalogue.Contracts;
using Layar.Catalogue.Programmes;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>A programme that the catalogue does not have yet.</summary>
internal sealed class NewProgrammeModel(ProgrammeBook book, DraftChecks checks, WriteDraft write, ICatalogue catalogue, ICurrentStaff staff, TextCatalogue texts, TimeProvider time)
    : DraftPage(book, checks, write, catalogue, staff, texts, time)
{
    public override bool IsNew => true;

    public override string Back => "/petugas/program";

    public IActionResult OnGet()
    {
        (Input.From, Input.Awaits) = (Today.AddDays(1), true);
        return Show();
    }

    public Task<IActionResult> OnPostAsync([FromForm(Name = "lihat")] string? look, CancellationToken stop) => Save(look is not null, stop);
}
