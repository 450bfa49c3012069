using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Persons;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>The whole list of a village on paper, with a box for each outcome.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class PrintListModel(AppDb db, ReadLog log, IAreas areas, ICurrentStaff staff, PersonWords words) : OneVillage(db, areas, staff, words)
{
    private readonly AppDb db = db;

    public IReadOnlyList<VervalTarget> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await LoadVillage(stop) is { } no) return no;
        var cycle = Cycle.Id;
        Lines = await db.Set<VervalTarget>().AsNoTracking().Where(t => t.CycleId == cycle && t.Village == Village).OrderBy(t => t.Position).ToListAsync(stop);
        await log.Opened(Member.As(VillageListModel.Readers), "verval", Cycle.Id.Value, Words.Text("people.log.verval.print", PlaceOf(Village)), stop);
        return Page();
    }
}
