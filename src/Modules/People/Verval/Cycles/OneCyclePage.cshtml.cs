using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Persons;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

internal sealed record DistrictProgress(string Name, IReadOnlyList<VervalVillage> Villages)
{
    public int Targets => Villages.Sum(v => v.Targets);

    public int Checked => Villages.Sum(v => v.Checked);
}

/// <summary>How far a cycle is, kecamatan by kecamatan and village by village.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.VillageDesk, Roles.DistrictWorker, Roles.Planner, Roles.Administrator, Roles.Auditor)]
internal sealed class OneCyclePageModel(AppDb db, CloseCycle close, IAreas areas, ICurrentStaff staff, PersonWords words) : OneCycle(db, areas, staff, words)
{
    private readonly AppDb db = db;
    private readonly IAreas areas = areas;

    [BindProperty] public int Version { get; set; }

    public IReadOnlyList<VervalVillage> Villages { get; private set; } = [];

    public int Proposals { get; private set; }

    public int Targets => Villages.Sum(v => v.Targets);

    public int Checked => Villages.Sum(v => v.Checked);

    public int Finished => Villages.Count(v => v.Checked == v.Targets);

    public bool SeesLists => Member.HasAny(VillageListModel.Readers);

    public bool SeesProposals => Member.HasAny(ProposalsModel.Readers);

    public bool MayClose => Cycle.Open && Member.HasAny(VervalRoles.Openers);

    public IEnumerable<DistrictProgress> Districts => Villages.GroupBy(v => v.Village[..8]).Select(g => new DistrictProgress(VervalVillage.Unknown.StartsWith(g.Key, StringComparison.Ordinal) ? Words.Text("people.verval.village.unknown") : areas.Describe(g.Key) ?? g.Key, [.. g.OrderBy(v => VillageName(v.Village), StringComparer.Ordinal)]))
        .OrderBy(d => d.Name, StringComparer.Ordinal);

    public string VillageName(string code) => code == VervalVillage.Unknown ? Words.Text("people.verval.village.unknown") : areas.Find(code)?.Name ?? code;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Ready(stop) ?? Page();

    public async Task<IActionResult> OnPostTutupAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (!Member.HasAny(VervalRoles.Openers)) return Forbid();
        if ((await close.Do(Cycle.Id, Version, Member.As(VervalRoles.Openers), stop)).Refusal is not { } why) return Done("people.verval.closed.done", Path);
        Show(why);
        return Page();
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await LoadCycle(stop) is { } no) return no;
        var cycle = Cycle.Id;
        Villages = [.. (await db.Set<VervalVillage>().AsNoTracking().Where(v => v.CycleId == cycle).ToListAsync(stop)).Where(v => Member.MaySeeArea(v.Village))];
        var seen = Villages.Select(v => v.Village).ToList();
        Proposals = await db.Set<VervalProposal>().CountAsync(p => p.CycleId == cycle && seen.Contains(p.Village), stop);
        return null;
    }
}
