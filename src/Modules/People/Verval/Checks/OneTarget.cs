using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.People.Registry.Releases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>A page about one line of a village's list.</summary>
internal abstract class OneTarget(AppDb db, IAreas areas, ICurrentStaff staff, PersonWords words) : OneCycle(db, areas, staff, words)
{
    private readonly AppDb db = db;

    [BindProperty(SupportsGet = true, Name = "baris")] public Guid RowId { get; set; }

    public VervalTarget Target { get; private set; } = null!;

    /// <summary>The persons of the line as the release names them, the head first; none when the release was taken back.</summary>
    public IReadOnlyList<RegistryPersonRow> Members { get; private set; } = [];

    /// <summary>The latest look at the line and at each person of it.</summary>
    public IReadOnlyList<VervalCheck> Checks { get; private set; } = [];

    public string VillagePath => $"{Path}/desa/{Target.Village}";

    public VervalCheck? CheckOf(RegistryRowId? member) => Checks.LastOrDefault(c => c.MemberId == member);

    protected async Task<IActionResult?> LoadTarget(CancellationToken stop)
    {
        if (await LoadCycle(stop) is { } no) return no;
        var (cycle, row) = (Cycle.Id, new RegistryRowId(RowId));
        if (await db.Set<VervalTarget>().AsNoTracking().FirstOrDefaultAsync(t => t.CycleId == cycle && t.RowId == row, stop) is not { } target || !Member.MaySeeArea(target.Village)) return NotFound();
        Target = target;
        Checks = await db.Set<VervalCheck>().AsNoTracking().Where(c => c.CycleId == cycle && c.TargetId == row).OrderBy(c => c.RecordedAt).ToListAsync(stop);
        Members = await Persons(row, stop);
        return null;
    }

    private async Task<IReadOnlyList<RegistryPersonRow>> Persons(RegistryRowId row, CancellationToken stop)
    {
        if (Target.Unit == VervalUnit.Person) return await db.Set<RegistryPersonRow>().AsNoTracking().Where(p => p.Id == row).ToListAsync(stop);
        var import = Cycle.ImportId;
        var card = await db.Set<RegistryFamilyRow>().Where(f => f.Id == row).Select(f => f.FamilyIndex).FirstOrDefaultAsync(stop);
        if (card is null) return [];
        var rows = await db.Set<RegistryPersonRow>().AsNoTracking().Where(p => p.FamilyIndex == card && p.ImportId == import).ToListAsync(stop);
        return [.. rows.OrderByDescending(p => p.Relation == "head").ThenBy(p => p.BirthDate ?? DateOnly.MaxValue).ThenBy(p => p.Line)];
    }
}
