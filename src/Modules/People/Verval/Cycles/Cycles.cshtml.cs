using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

internal sealed record ListedCycle(VervalCycle Cycle, int Targets, int Checked);

/// <summary>The cycles, newest first, each with how far it is where this officer works.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.VillageDesk, Roles.DistrictWorker, Roles.Planner, Roles.Administrator, Roles.Auditor)]
internal sealed class CyclesModel(AppDb db, IAreas areas, ICurrentStaff staff, PersonWords words) : VervalDesk(db, areas, staff, words)
{
    public static readonly IReadOnlyList<string> Readers = StaffPageAttribute.Of<CyclesModel>();
    private const int Shown = 60;
    private readonly AppDb db = db;

    public IReadOnlyList<ListedCycle> Cycles { get; private set; } = [];

    public bool MayOpen => Member.HasAny(VervalRoles.Openers);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var cycles = await db.Set<VervalCycle>().AsNoTracking().OrderByDescending(c => c.CreatedAt).Take(Shown).ToListAsync(stop);
        var ids = cycles.Select(c => c.Id).ToList();
        var villages = (await db.Set<VervalVillage>().AsNoTracking().Where(v => ids.Contains(v.CycleId)).ToListAsync(stop)).Where(v => Member.MaySeeArea(v.Village)).ToLookup(v => v.CycleId);
        Cycles = [.. cycles.Select(c => new ListedCycle(c, villages[c.Id].Sum(v => v.Targets), villages[c.Id].Sum(v => v.Checked)))];
    }
}
