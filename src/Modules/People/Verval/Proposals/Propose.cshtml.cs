using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Persons;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Verval;

/// <summary>Proposes that somebody is added, objected to, corrected or removed.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class ProposeModel(AppDb db, DraftProposal draft, PersonAtHand hand, IPersonCandidates candidates, IAreas areas, ICurrentStaff staff, PersonWords words) : OneVillage(db, areas, staff, words)
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "orang")] public Guid? PersonId { get; set; }

    [BindProperty(SupportsGet = true, Name = "baris")] public Guid? RowId { get; set; }

    [BindProperty] public ProposalInput Input { get; set; } = new();

    /// <summary>The person on record whom it is about; null until one was chosen.</summary>
    public Person? Whom { get; private set; }

    public CandidatesFound? Found { get; private set; }

    public IEnumerable<Choice> Kinds => Enum.GetValues<ProposalKind>().Select(k => new Choice(k.ToString(), $"people.verval.kind.{k}", $"people.verval.kind.{k}.hint"));

    public IEnumerable<Choice> Fields => RecordPerson.Fields.Select(f => new Choice(f, $"people.field.{f}"));

    public IEnumerable<Choice> Evidence => DraftProposal.EvidenceList.Select(e => new Choice(e.Code, e.Name.ToString()));

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "jenis")] ProposalKind? kind, [FromQuery(Name = "data")] string? fields, CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        Input = new ProposalInput { Kind = kind, Fields = [.. (fields ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)], Evidence = RowId is null ? null : "cek-rumah" };
        if (Whom is null && !string.IsNullOrWhiteSpace(Query) && !candidates.NeedsPurpose(Query)) Found = await candidates.Find(Query, null, Member, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (Whom is not { } person) return NotFound();
        ModelState.Remove("file");
        if (!ModelState.IsValid) return Page();
        var command = new DraftProposalCommand(Cycle, Village, person, RowId is { } row ? new RegistryRowId(row) : null, Input, file);
        if ((await draft.Do(command, Member, stop)).TryGet(out var id, out var why)) return Done("people.verval.proposed", $"{Path}/usulan/{id.Value}");
        Show(why, Refused.Within(nameof(Input), "File"));
        return Page();
    }

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await LoadVillage(stop) is { } no) return no;
        candidates.Prepare();
        if (PersonId is not { } id) return null;
        Whom = (await hand.Find(new PersonId(id), Member, stop))?.Person;
        return Whom is null ? NotFound() : null;
    }
}
