using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.People.Registry.Releases;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Verval;

/// <summary>A family of the list: its members, and what the visit found of it as a whole.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class CheckHouseModel(AppDb db, RecordHouse record, ReadLog log, IAreas areas, ICurrentStaff staff, PersonWords words) : OneTarget(db, areas, staff, words)
{
    [BindProperty] public CheckInput Input { get; set; } = new();

    public string About(RegistryPersonRow one) => string.Join(" · ", new[]
    {
        one.Relation is { } relation ? Words.Text($"people.verval.relation.{relation}") : null, one.BirthDate is { } born ? Words.Text("people.years", born.YearsUntil(Words.Today)) : null, one.Sex is { } sex ? Words.Sex(sex) : null,
    }.Where(w => w is not null));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await LoadTarget(stop) is { } no) return no;
        Input = new CheckInput { CheckedOn = Words.Today };
        await log.Opened(Member.As(VillageListModel.Readers), "registry-row", RowId, Words.Text("people.log.verval.check"), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await LoadTarget(stop) is { } no) return no;
        if (!Member.HasAny(VervalRoles.Checkers)) return Forbid();
        if (!ModelState.IsValid) return Page();
        if ((await record.Do(Cycle.Id, new RegistryRowId(RowId), Input, Member, stop)).Refusal is not { } why) return Done("people.verval.saved", $"{Path}/cek/{RowId}");
        Show(why, Refused.Within(nameof(Input)));
        return Page();
    }
}
