using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.People.Registry.Committing;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Undoing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Wizard;

/// <summary>One import: how far it is, what the dry run found, putting it in force and taking it back.</summary>
[StaffPage(Roles.Planner, Roles.Administrator)]
internal sealed class ReleaseFileModel(AppDb db, CommitImport commit, UndoImport undo, ImportRows lists, ReadLog log, IAreas areas, ICurrentStaff staff, TextCatalogue texts, TimeProvider clock) : PageModel
{
    private const string Purpose = "memeriksa rilis registri";

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public RegistryImport Import { get; private set; } = null!;

    public TrialResult? Result { get; private set; }

    public IReadOnlyList<RegistryVillageCount> Villages { get; private set; } = [];

    public TextCatalogue AllTexts => texts;

    public Progress Progress => ImportFace.Reading(Import, Now);

    public bool IsMoving => Import.State is ImportState.Waiting or ImportState.Reading;

    public bool MayTakeBack => Import.State is ImportState.Uploaded or ImportState.Waiting or ImportState.Reading or ImportState.Tried or ImportState.Failed || UndoImport.MayUndo(Import, Now);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Actor Actor => staff.Required.As([Roles.Planner, Roles.Administrator]);

    public static IEnumerable<(string Kind, int Count)> Moves(Movement m) =>
        [("masuk", m.Entered), ("keluar", m.Left), ("tetap", m.Stayed), ("desil", m.ChangedDecile), ("kk", m.MovedCard), ("desa", m.MovedVillage)];

    public static int Poor(RegistryVillageCount count) => Deciles(count)[1..5].Sum();

    public static int WithoutDecile(RegistryVillageCount count) => Deciles(count)[0];

    public string NameOf(string village) => areas.Describe(village) ?? texts["people.registry.village.none"];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTerapkanAsync(CancellationToken stop) => await Do(() => commit.Run(new RegistryImportId(Id), Actor, stop), "people.registry.commit.done", stop);

    public async Task<IActionResult> OnPostBatalkanAsync(CancellationToken stop)
    {
        if (!string.IsNullOrWhiteSpace(Reason)) return await Do(() => undo.Run(new RegistryImportId(Id), Reason.Trim(), Actor, stop), "people.registry.undo.done", stop);
        ModelState.AddModelError(nameof(Reason), "people.registry.undo.reason.missing");
        return await Load(stop) ? Page() : NotFound();
    }

    /// <summary>Rows of one cause as a table that a spreadsheet opens.</summary>
    public async Task<IActionResult> OnGetBarisAsync([FromQuery(Name = "sebab")] string? cause, CancellationToken stop)
    {
        if (!await Load(stop) || Result?.Causes.Any(c => c.Cause == cause) != true) return NotFound();
        await log.Opened(Actor, "registry", Id, Purpose, stop);
        return Sheet($"masalah-{cause!.Replace('.', '-')}.csv", output => lists.Problems(Import, Result, cause, output, stop));
    }

    /// <summary>Who entered, left, moved or stands in another decile than before.</summary>
    public async Task<IActionResult> OnGetPergerakanAsync([FromQuery(Name = "jenis")] string? kind, CancellationToken stop)
    {
        if (!await Load(stop) || Result?.Movement is null || kind is not ("masuk" or "keluar" or "tetap" or "desil" or "kk" or "desa")) return NotFound();
        await log.Opened(Actor, "registry", Id, Purpose, stop);
        return Sheet($"pergerakan-{kind}.csv", output => lists.Moves(Import, kind, output, stop));
    }

    private static ListResult Sheet(string name, Func<StreamWriter, Task> write) => new(name, write);

    private async Task<IActionResult> Do(Func<Task<Outcome>> act, string notice, CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if ((await act()).Refusal is { } why)
        {
            ModelState.AddModelError("", texts[why.Code, [.. why.Args]]);
            db.ChangeTracker.Clear();
            await Load(stop);
            return Page();
        }
        TempData["Notice"] = notice;
        return Redirect($"/petugas/warga/registri/{Id}");
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        var id = new RegistryImportId(Id);
        if (await db.Set<RegistryImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) is not { } import) return false;
        (Import, Result) = (import, TrialResult.Read(import.Result));
        if (Result is not null) Villages = await db.Set<RegistryVillageCount>().AsNoTracking().Where(v => v.ImportId == id).OrderBy(v => v.Village).ToListAsync(stop);
        return true;
    }

    private static int[] Deciles(RegistryVillageCount count) => [.. count.ByDecile.Split(',').Select(int.Parse)];
}
