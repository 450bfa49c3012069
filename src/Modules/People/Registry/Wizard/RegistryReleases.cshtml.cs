using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Registry.Wizard;

internal sealed record ListedImport(RegistryImport Import, TrialResult? Result);

/// <summary>All imports, newest first.</summary>
[StaffPage(Roles.Planner, Roles.Administrator)]
internal sealed class RegistryReleasesModel(AppDb db) : PageModel
{
    private const int Shown = 30;

    [BindProperty(SupportsGet = true, Name = "sebelum")] public Guid? Before { get; set; }

    public IReadOnlyList<ListedImport> Imports { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var all = db.Set<RegistryImport>().AsNoTracking().Where(i => i.State != ImportState.Discarded);
        if (Before is { } before)
        {
            var last = await db.Set<RegistryImport>().AsNoTracking().Where(i => i.Id == new RegistryImportId(before)).Select(i => i.CreatedAt).FirstOrDefaultAsync(stop);
            all = all.Where(i => i.CreatedAt < last);
        }
        var rows = await all.OrderByDescending(i => i.CreatedAt).Take(Shown + 1).ToListAsync(stop);
        Imports = [.. rows.Take(Shown).Select(i => new ListedImport(i, TrialResult.Read(i.Result)))];
        if (rows.Count > Shown) Next = $"?sebelum={Imports[^1].Import.Id.Value}";
    }
}
