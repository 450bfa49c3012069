using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Verval;

/// <summary>A planner opens a cycle: which release, where, everybody or a sample.</summary>
[StaffPage(Roles.Planner, Roles.Administrator)]
internal sealed class NewCycleModel(AppDb db, OpenCycle open, IRegistry registry, IAreas areas, Installation installation, ICurrentStaff staff, PersonWords words) : VervalDesk(db, areas, staff, words)
{
    private const int UsualDays = 14;
    private readonly IAreas areas = areas;

    [BindProperty] public CycleInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Releases { get; private set; } = [];

    public IEnumerable<Choice> Units => Enum.GetValues<VervalUnit>().Select(u => new Choice(u.ToString(), $"people.verval.unit.{u}"));

    public IEnumerable<Choice> Places => areas.Below(installation.AreaCode).SelectMany(d => areas.Below(d.Code).Select(v => new Choice(v.Code, v.Name, Group: d.Name)).Prepend(new Choice(d.Code, d.Name, Group: d.Name)));

    public async Task OnGetAsync(CancellationToken stop)
    {
        await Ready(stop);
        Input = new CycleInput { Starts = Words.Today, Ends = Words.Today.AddDays(UsualDays), Unit = VervalUnit.Household };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Ready(stop);
        if (!ModelState.IsValid) return Page();
        if ((await open.Do(Input, Member.As(VervalRoles.Openers), stop)).TryGet(out var id, out var why)) return Done("people.verval.opened", $"{Home}/{id.Value}");
        Show(why, Refused.Within(nameof(Input)));
        return Page();
    }

    private async Task Ready(CancellationToken stop) =>
        Releases = [.. (await registry.Releases(stop)).Select(r => new Choice(r.Import.Value.ToString(), Words.Text("people.verval.release-of", Register(r.Kind), Wita.Date(r.AsOf))))];
}
