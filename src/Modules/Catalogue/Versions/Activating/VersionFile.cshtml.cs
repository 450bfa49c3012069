using Layar.Catalogue.Contracts;
using Layar.Catalogue.ProgrammeFiles;
using Layar.Catalogue.Versions.Differences;
using Layar.Catalogue.Versions.Drafting;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Versions.Activating;

/// <summary>One version: what it changes, who wrote it, and putting it in force by a second person.</summary>
internal sealed class VersionFileModel(
    AppDb db, VersionReading versions, ActivateVersion activate, DiscardDraft discard, IProgrammes programmes, ICatalogue catalogue, ICurrentStaff staff, TextCatalogue texts, TimeProvider time)
    : ProgrammeDesk(catalogue, time)
{
    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty] public DateOnly? From { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public int Expected { get; set; }

    public ProgrammeVersion Version { get; private set; } = null!;

    /// <summary>Null when the facts and figures of today cannot read it.</summary>
    public WrittenVersion? Written { get; private set; }

    /// <summary>What it takes the place of; null for a new programme.</summary>
    public Programme? Before { get; private set; }

    public VersionDifference? Difference { get; private set; }

    public string Name => Written?.Programme.Name.ToString() ?? programmes.NameOf(Version.Code)?.ToString() ?? Version.Code;

    public StaffMember Member => staff.Required;

    public bool MayWrite => Member.HasAny(Planners);

    public bool MayTry => Written is not null && Member.HasAny(Triers);

    public bool MayActivate => Member.HasAny(Activators) && !Version.WrittenBy.Contains(Member.Id.Value);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        From = Version.FromDay < Today ? Today : Version.FromDay;
        return Page();
    }

    public Task<IActionResult> OnPostAktifkanAsync(CancellationToken stop) => Do(Activators, () => activate.Do(new(Id), From, Expected, Member, stop), "catalogue.version.activated", stop);

    public Task<IActionResult> OnPostTarikAsync(CancellationToken stop) => Do(Activators, () => activate.Withdraw(new(Id), Reason, Member, stop), "catalogue.version.withdrawn", stop);

    public Task<IActionResult> OnPostBuangAsync(CancellationToken stop) => Do(Planners, () => discard.Do(new(Id), Member, stop), "catalogue.draft.discarded", stop);

    public Task<IActionResult> OnPostKembalikanAsync(CancellationToken stop) => Do(Planners, () => discard.TakeUp(new(Id), Member, stop), "catalogue.draft.taken-up", stop);

    private async Task<IActionResult> Do(IReadOnlyList<string> roles, Func<Task<Outcome>> act, string notice, CancellationToken stop)
    {
        if (!Member.HasAny(roles)) return Forbid();
        if (!await Load(stop)) return NotFound();
        if (!ModelState.IsValid) return Page();
        if ((await act()).Refusal is not { } why)
        {
            TempData["Notice"] = notice;
            return Redirect($"/petugas/program/versi/{Id}");
        }
        db.ChangeTracker.Clear();
        await Load(stop);
        ModelState.AddModelError(why.Field ?? "", texts[why.Code, [.. why.Args]]);
        return Page();
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        var id = new ProgrammeVersionId(Id);
        if (await db.Set<ProgrammeVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, stop) is not { } version) return false;
        (Version, Written) = (version, versions.Written(version));
        if (Written is null) return true;
        // One that begins on the same day is replaced as well; a version in force would find itself.
        Before = versions.Before(version.Code, version.State == VersionState.Active ? version.FromDay : version.FromDay.AddDays(1));
        Difference = new(Before, Written.Programme, Catalogue, programmes, texts);
        return true;
    }
}
