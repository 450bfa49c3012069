using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.People.Persons;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Verval;

/// <summary>One proposal with its evidence and its way.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker, Roles.Planner, Roles.Administrator)]
internal sealed class OneProposalModel(AppDb db, ProposalReading reading, VerifyProposal verify, IFileStore store, ReadLog log, IAreas areas, ICurrentStaff staff, PersonWords words) : OneCycle(db, areas, staff, words)
{
    private readonly AppDb db = db;

    [BindProperty(SupportsGet = true, Name = "id")] public Guid Id { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string? Answer { get; set; }

    public ListedProposal One { get; private set; } = null!;

    public Musdes? Musdes { get; private set; }

    public bool MayVerify => One.Proposal.State == ProposalState.Agreed && Member.HasAny(VervalRoles.Verifiers);

    public string? PersonPath => One.Person is { } person && Member.HasAny(PersonDesk.Readers) && Member.MaySeeArea(person.Area) ? $"/petugas/warga/{person.Id.Value}" : null;

    public string EvidenceName => DraftProposal.EvidenceList.FirstOrDefault(e => e.Code == One.Proposal.Evidence)?.Name.ToString() ?? One.Proposal.Evidence;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        await log.Opened(Member.As(ProposalsModel.Readers), "verval-proposal", Id, Words.Text("people.log.verval.proposal"), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Proven")] bool proven, CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        var outcome = await verify.Do(One.Proposal.Id, Version, proven, Answer, Member, stop);
        if (outcome.Refusal is not { } why) return Done(proven ? "people.verval.verified.done" : "people.verval.declined.done", $"{Path}/usulan");
        Show(why);
        return Page();
    }

    /// <summary>The photo or scan that proves it.</summary>
    public async Task<IActionResult> OnGetBuktiAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        var id = One.Proposal.FileId;
        if (id is null || await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop) is not { } file) return NotFound();
        await log.Opened(Member.As(ProposalsModel.Readers), "verval-proposal", Id, Words.Text("people.log.verval.file"), stop);
        return File(await store.Get(file, stop), file.MediaType, file.Name);
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await LoadCycle(stop) is { } no) return no;
        var (id, cycle) = (new VervalProposalId(Id), Cycle.Id);
        var found = await reading.Read(db.Set<VervalProposal>().Where(p => p.Id == id && p.CycleId == cycle), Member, stop);
        if (found.Count == 0 || !Member.MaySeeArea(found[0].Proposal.Village)) return NotFound();
        One = found[0];
        var musdes = One.Proposal.MusdesId;
        if (musdes is not null) Musdes = await db.Set<Musdes>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == musdes, stop);
        return null;
    }
}
