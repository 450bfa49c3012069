using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>Who does what in a cycle. Who drafted does not verify; who verified does not send.</summary>
internal static class VervalRoles
{
    public static readonly string[] Openers = [Roles.Planner, Roles.Administrator];

    /// <summary>Go from house to house, write the village's proposals and its deliberation down.</summary>
    public static readonly string[] Checkers = [Roles.VillageDesk, Roles.DistrictWorker, Roles.Supervisor, Roles.Operator];

    public static readonly string[] Verifiers = [Roles.Supervisor, Roles.Manager];

    public static readonly string[] Senders = [Roles.Operator, Roles.Planner, Roles.Administrator];
}

/// <summary>What the pages of verification and validation share. Without another word: how far it is, no names.</summary>
internal abstract class VervalDesk(AppDb db, IAreas areas, ICurrentStaff staff, PersonWords words) : PageModel
{
    /// <summary>Address of the cycles.</summary>
    public const string Home = "/petugas/warga/verval";

    public PersonWords Words { get; } = words;

    public StaffMember Member => staff.Required;

    public string Register(RegistryKind kind) => Words.Text($"people.registry.kind.{kind.ToString().ToLowerInvariant()}");

    /// <summary>Whole per cent, never 100 before all is done.</summary>
    public static string Percent(int part, int whole) => whole == 0 ? "0" : Math.Floor(100m * part / whole).ToString("0");

    public string PlaceOf(string village) => village == VervalVillage.Unknown ? Words.Text("people.verval.village.unknown") : areas.Describe(village) ?? village;

    /// <summary>How many of the list were looked at; in words where there is nothing to look at.</summary>
    public string Share(int part, int whole, string words = "people.verval.share") =>
        whole == 0 ? Words.Text("people.verval.nothing") : Words.Text(words, part.ToString("N0"), whole.ToString("N0"));

    protected Task<VervalCycle?> Find(Guid id, CancellationToken stop)
    {
        var cycle = new VervalCycleId(id);
        return db.Set<VervalCycle>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == cycle, stop);
    }

    protected IActionResult Done(string notice, string to)
    {
        TempData["Notice"] = notice;
        return LocalRedirect(to);
    }

    /// <param name="at">name on the page of the field of a fault</param>
    protected void Show(Refusal why, Func<string?, string?>? at = null) => ModelState.Show(why, Words.Say, at);
}

/// <summary>A page about one cycle; its address begins with the cycle's.</summary>
internal abstract class OneCycle(AppDb db, IAreas areas, ICurrentStaff staff, PersonWords words) : VervalDesk(db, areas, staff, words)
{
    [BindProperty(SupportsGet = true, Name = "putaran")] public Guid CycleId { get; set; }

    public VervalCycle Cycle { get; private set; } = null!;

    public string Path => $"{Home}/{CycleId}";

    public bool MayCheck => Cycle.Open && Member.HasAny(VervalRoles.Checkers);

    protected async Task<IActionResult?> LoadCycle(CancellationToken stop)
    {
        if (await Find(CycleId, stop) is not { } cycle) return NotFound();
        Cycle = cycle;
        return null;
    }
}

/// <summary>A page about one village of a cycle, for who works there.</summary>
internal abstract class OneVillage(AppDb db, IAreas areas, ICurrentStaff staff, PersonWords words) : OneCycle(db, areas, staff, words)
{
    private readonly AppDb db = db;

    [BindProperty(SupportsGet = true, Name = "desa")] public string Village { get; set; } = "";

    public VervalVillage Progress { get; private set; } = null!;

    public string VillagePath => $"{Path}/desa/{Village}";

    protected async Task<IActionResult?> LoadVillage(CancellationToken stop)
    {
        if (!Member.MaySeeArea(Village)) return NotFound();
        if (await LoadCycle(stop) is { } no) return no;
        var cycle = Cycle.Id;
        if (await db.Set<VervalVillage>().AsNoTracking().FirstOrDefaultAsync(v => v.CycleId == cycle && v.Village == Village, stop) is not { } village) return NotFound();
        Progress = village;
        return null;
    }
}
