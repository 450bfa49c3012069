using Layar.Catalogue.Contracts;
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
internal sealed class TryOutModel(BeginReplay begin, ReplayReading reading, IProgrammes programmes, IProgrammeVersions versions, ICurrentStaff staff, TextCatalogue texts, TimeProvider clock) : PageModel
{
    /// <summary>Programme whose rule in force is tried out.</summary>
    [BindProperty(SupportsGet = true, Name = "kode")] public string? Code { get; set; }

    /// <summary>Version that is tried out.</summary>
    [BindProperty(SupportsGet = true, Name = "versi")] public Guid? Version { get; set; }

    public Programme? Programme { get; private set; }

    public int? Number { get; private set; }

    public IReadOnlyList<Replay> Earlier { get; private set; } = [];

    public string NameOf(Replay replay) => reading.Name(replay);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop) || Programme is null) return NotFound();
        var outcome = await begin.Do(Code, Version is { } id ? new ProgrammeVersionId(id) : null, staff.Required, stop);
        return outcome.Match<IActionResult>(id => Redirect($"/petugas/program/coba/{id.Value}"), why =>
        {
            ModelState.AddModelError("", texts[why.Code, [.. why.Args]]);
            return Page();
        });
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
