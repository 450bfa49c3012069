using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Sql;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Planning.Replays.Reading;
using Layar.Planning.Replays.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Planning.Replays.Begin;

/// <summary>What is tried out, and what was before.</summary>
[StaffPage(Roles.Planner, Roles.Administrator, Roles.Head, Roles.Manager, Roles.DivisionHead)]
internal sealed class TryOutModel(BeginReplay begin, ReplayReading reading, Glancing glancing, ReplayDesk desk, IProgrammes programmes, IProgrammeVersions versions, ICurrentStaff staff, TextCatalogue texts, TimeProvider clock) : PageModel
{
    /// <summary>Programme whose rule in force is tried out.</summary>
    [BindProperty(SupportsGet = true, Name = "kode")] public string? Code { get; set; }

    /// <summary>Version that is tried out.</summary>
    [BindProperty(SupportsGet = true, Name = "versi")] public Guid? Version { get; set; }

    public Programme? Programme { get; private set; }

    public int? Number { get; private set; }

    public IReadOnlyList<Replay> Earlier { get; private set; } = [];

    /// <summary>Counted while the page is opened; null without a programme.</summary>
    public Glance? Glance { get; private set; }

    public string NameOf(SqlGap gap) => desk.Name(gap.Fact, gap.Choice);

    /// <summary>A figure, or that it is not shown.</summary>
    public string Figure(int? count) => count?.ToString("N0", CultureInfo.CurrentCulture) ?? texts["planning.glance.hidden.figure"];

    /// <summary>The figure of the rule in force and the difference to it; null when there is none to show.</summary>
    public string? Against(int? count, int? before) => count is { } now && before is { } was ? texts["planning.glance.in-force", Figure(was), (now - was).ToString("+#,##0;−#,##0;±0", CultureInfo.CurrentCulture)] : null;

    public string NameOf(Replay replay) => reading.Name(replay);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? await Shown(stop) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop) || Programme is null) return NotFound();
        var outcome = await begin.Do(Code, Version is { } id ? new ProgrammeVersionId(id) : null, staff.Required, stop);
        if (outcome.TryGet(out var replay, out var why)) return Redirect($"/petugas/program/coba/{replay.Value}");
        ModelState.AddModelError("", texts[why.Code, [.. why.Args]]);
        return await Shown(stop);
    }

    private async Task<IActionResult> Shown(CancellationToken stop)
    {
        if (Programme is not null) Glance = await glancing.At(Programme.Code, Version is { } id ? new ProgrammeVersionId(id) : null, ReplayDesk.SeesPersons(staff.Required), stop);
        return Page();
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (Version is { } id)
        {
            if (await versions.Find(new(id), stop) is not { } written) return false;
            (Programme, Number, Code) = (written.Programme, written.Number, written.Programme.Code);
        }
        else if (Code is not null)
        {
            if (programmes.Find(Code, Wita.Day(clock.GetUtcNow().UtcDateTime)) is not { } programme) return false;
            Programme = programme;
        }
        Earlier = await reading.List(Code, stop);
        return true;
    }
}
