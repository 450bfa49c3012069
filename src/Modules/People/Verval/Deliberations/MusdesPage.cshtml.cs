using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.People.Persons;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>What the village's deliberation decided of the drafted proposals, with its minutes.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class MusdesPageModel(AppDb db, RecordMusdes record, ProposalReading reading, IFileStore store, ReadLog log, IAreas areas, ICurrentStaff staff, PersonWords words) : OneVillage(db, areas, staff, words)
{
    private readonly AppDb db = db;

    [BindProperty] public MusdesInput Input { get; set; } = new();

    public IReadOnlyList<ListedProposal> Waiting { get; private set; } = [];

    public IReadOnlyList<Musdes> Held { get; private set; } = [];

    public IEnumerable<Choice> Verdicts => [new("setuju", "people.verval.verdict.yes"), new("tolak", "people.verval.verdict.no"), new("lewati", "people.verval.verdict.later")];

    public string? Verdict(int i) => Input.Decisions.FirstOrDefault(d => d.Id == Waiting[i].Proposal.Id.Value)?.Verdict;

    public string? Answer(int i) => Input.Decisions.FirstOrDefault(d => d.Id == Waiting[i].Proposal.Id.Value)?.Answer;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        Input = new MusdesInput { HeldOn = Words.Today };
        await log.Opened(Member.As(VillageListModel.Readers), "verval", Cycle.Id.Value, Words.Text("people.log.verval", PlaceOf(Village)), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Scan")] IFormFile? scan, CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (!Member.HasAny(VervalRoles.Checkers)) return Forbid();
        ModelState.Remove("Scan");
        if (!ModelState.IsValid) return Page();
        if ((await record.Do(Cycle, Village, Input, scan, Member, stop)).TryGet(out _, out var why)) return Done("people.verval.musdes.done", $"{Path}/usulan?desa={Village}");
        Show(why, Refused.Within(nameof(Input), "Scan"));
        return Page();
    }

    /// <summary>The scan of the minutes.</summary>
    public async Task<IActionResult> OnGetBerkasAsync([FromQuery(Name = "musyawarah")] Guid musdes, CancellationToken stop)
    {
        if (await LoadVillage(stop) is { } no) return no;
        var (id, cycle) = (new MusdesId(musdes), Cycle.Id);
        var file = await (from m in db.Set<Musdes>() join f in db.Set<StoredFile>() on m.FileId equals f.Id where m.Id == id && m.CycleId == cycle && m.Village == Village select f).AsNoTracking().FirstOrDefaultAsync(stop);
        if (file is null) return NotFound();
        await log.Opened(Member.As(VillageListModel.Readers), "musdes", musdes, Words.Text("people.log.verval.file"), stop);
        return File(await store.Get(file, stop), file.MediaType, file.Name);
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await LoadVillage(stop) is { } no) return no;
        var cycle = Cycle.Id;
        Waiting = await reading.Read(db.Set<VervalProposal>().Where(p => p.CycleId == cycle && p.Village == Village && p.State == ProposalState.Drafted).OrderBy(p => p.Id).Take(100), Member, stop);
        Held = await db.Set<Musdes>().AsNoTracking().Where(m => m.CycleId == cycle && m.Village == Village).OrderByDescending(m => m.RecordedAt).ToListAsync(stop);
        return null;
    }
}
