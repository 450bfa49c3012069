using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.Planning.Replays.Reading;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.Planning.Replays.Persons;

/// <summary>One line of a list of persons.</summary>
/// <param name="Link">to the person or the case; null for who stands in the register only</param>
internal sealed record ListedPerson(string Name, string? Nik, string? Address, string? Village, string? Link);

/// <summary>Who enters, who leaves, whose need is unmet: after a purpose was written down, and only whom the officer may see.</summary>
[StaffPage(Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.Secretary)]
internal sealed class ReplayPeopleModel(AppDb db, ReplayReading reading, ReplayDesk desk, IPopulation population, ICaseKnowledge cases, ReadLog log, ICurrentStaff staff) : PageModel
{
    private const int OnePage = 50;

    public static readonly IReadOnlyList<string> Listers = StaffPageAttribute.Of<ReplayPeopleModel>();

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty] public string? Purpose { get; set; }

    [BindProperty(Name = "daftar")] public ReplayList List { get; set; }

    /// <summary>Last id of the page before.</summary>
    [BindProperty(Name = "sesudah")] public Guid? After { get; set; }

    public Replay Replay { get; private set; } = null!;

    public string Name => reading.Name(Replay);

    /// <summary>Null before a purpose was written down.</summary>
    public IReadOnlyList<ListedPerson>? Rows { get; private set; }

    public Guid? Next { get; private set; }

    public IEnumerable<Choice> Lists => Enum.GetValues<ReplayList>().Select(l => new Choice(l.ToString(), $"planning.list.{l}"));

    public string? Place(string? village) => village is null ? null : desk.Name(Counting.Facet.Village, village);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (Purpose?.Trim() is not { Length: >= 5 and <= 300 } purpose)
        {
            ModelState.AddModelError(nameof(Purpose), "planning.refused.purpose");
            return Page();
        }
        await log.Opened(staff.Required.As(Listers), "replay", Id, purpose, stop);
        await Read(stop);
        return Page();
    }

    private async Task Read(CancellationToken stop)
    {
        var replay = new ReplayId(Id);
        var rows = db.Set<ReplayedPerson>().AsNoTracking().Where(p => p.ReplayId == replay && p.List == List);
        if (After is { } after) rows = db.Set<ReplayedPerson>().FromSqlRaw("SELECT * FROM replayed_person WHERE id > {0}", db.Value(after)).AsNoTracking().Where(p => p.ReplayId == replay && p.List == List);
        var page = await rows.OrderBy(p => p.Id).Take(OnePage + 1).ToListAsync(stop);
        if (page.Count > OnePage) Next = page[OnePage - 1].Id.Value;
        var shown = page.Take(OnePage).ToList();
        var lines = new Dictionary<Guid, ListedPerson>();
        foreach (var kind in new[] { InhabitantKind.Registered, InhabitantKind.OnRecord })
            foreach (var one in await population.Listed(kind, Ids(shown, kind == InhabitantKind.Registered ? ReplaySubject.Registered : ReplaySubject.OnRecord), staff.Required, stop))
                lines[one.Id] = new(one.Name ?? "–", one.Nik, one.Address, one.Village, kind == InhabitantKind.OnRecord ? $"/petugas/warga/{one.Id}" : null);
        foreach (var (id, number) in await cases.Numbers(Ids(shown, ReplaySubject.Case), staff.Required, stop))
            lines[id] = new(number, null, null, shown.First(s => s.SubjectId == id).Village, $"/petugas/kasus/{number}");
        Rows = [.. shown.Where(s => lines.ContainsKey(s.SubjectId)).Select(s => lines[s.SubjectId])];
    }

    private static List<Guid> Ids(List<ReplayedPerson> rows, ReplaySubject subject) => [.. rows.Where(r => r.Subject == subject).Select(r => r.SubjectId)];

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await reading.Find(Id, stop) is not { State: ReplayState.Done } replay) return false;
        Replay = replay;
        return true;
    }
}
