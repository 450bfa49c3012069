using Layar.Catalogue.Contracts;
using Layar.Catalogue.Programmes;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>A draft goes on; whoever writes in it cannot put it in force.</summary>
internal sealed class ChangeDraftModel(
    AppDb db, ProgrammeBook book, DraftChecks checks, WriteDraft write, VersionReading versions, ICatalogue catalogue, ICurrentStaff staff, TextCatalogue texts, TimeProvider time)
    : DraftPage(book, checks, write, catalogue, staff, texts, time)
{
    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    public override string Back => $"/petugas/program/versi/{Id}";

    protected override ProgrammeVersionId? Draft => new(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is not { } version) return NotFound();
        if (versions.Written(version) is not { } written) return Redirect(Back);
        Input = DraftInput.Of(written.Programme);
        (Input.Note, Input.Version) = (version.Note, version.Version);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "lihat")] string? look, CancellationToken stop)
    {
        if (await Find(stop) is not { } version) return NotFound();
        Input.Code = version.Code;
        return await Save(look is not null, stop);
    }

    private Task<ProgrammeVersion?> Find(CancellationToken stop)
    {
        var id = new ProgrammeVersionId(Id);
        return db.Set<ProgrammeVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id && v.State == VersionState.Draft, stop);
    }
}
