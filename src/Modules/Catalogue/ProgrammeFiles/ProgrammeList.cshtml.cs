using Layar.Catalogue.Contracts;
using Layar.Catalogue.Versions;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.ProgrammeFiles;

/// <summary>All programmes and services in force, the aid first; for who writes or puts in force also what waits.</summary>
internal sealed class ProgrammeListModel(AppDb db, IProgrammes programmes, ICatalogue catalogue, ICurrentStaff staff, TimeProvider time) : ProgrammeDesk(catalogue, time)
{
    private const int MostDrafts = 30;

    /// <summary>bantuan, layanan, or all.</summary>
    [BindProperty(SupportsGet = true, Name = "jenis")] public string? Wanted { get; set; }

    public ProgrammeKind? Kind => Wanted switch { "bantuan" => ProgrammeKind.Aid, "layanan" => ProgrammeKind.Service, _ => null };

    public IReadOnlyList<Programme> All { get; private set; } = [];

    public IReadOnlyList<Programme> Rows => [.. All.Where(p => Kind is null || p.Kind == Kind)];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ProgrammeVersion> Drafts { get; private set; } = [];

    public bool MayWrite => staff.Required.HasAny(Planners);

    public async Task OnGetAsync(CancellationToken stop)
    {
        All = [.. programmes.On(Today).OrderBy(p => p.Kind)];
        if (staff.Required.HasAny(Activators))
            Drafts = await db.Set<ProgrammeVersion>().AsNoTracking().Where(v => v.State == VersionState.Draft).OrderByDescending(v => v.ChangedAt).Take(MostDrafts).ToListAsync(stop);
    }

    public string NameOf(ProgrammeVersion draft) => programmes.NameOf(draft.Code)?.ToString() ?? draft.Code;
}
