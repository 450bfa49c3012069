using Layar.Areas.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Persons;
using Layar.People.Registry.Releases;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Verval;

/// <summary>One person of a line: what the visit found, each field confirmed or corrected.</summary>
[StaffPage(Roles.Operator, Roles.Supervisor, Roles.Manager, Roles.VillageDesk, Roles.DistrictWorker)]
internal sealed class CheckPersonModel(
    AppDb db, RecordPerson record, PersonOfRow people, PersonAtHand hand, FactBook book, ReadLog log, IAreas areas, Installation installation, ICurrentStaff staff, PersonWords words) : OneTarget(db, areas, staff, words)
{
    private readonly IAreas areas = areas;
    private Dictionary<string, string?> listed = [];

    [BindProperty(SupportsGet = true, Name = "orang")] public Guid MemberId { get; set; }

    [BindProperty] public CheckInput Input { get; set; } = new();

    [BindProperty] public FactInput Facts { get; set; } = new();

    [BindProperty] public bool PapersSeen { get; set; }

    public RegistryPersonRow Row { get; private set; } = null!;

    /// <summary>The person on record, when this officer may see it.</summary>
    public PersonId? Visible { get; private set; }

    public bool InFamily => Target.Unit == VervalUnit.Household;

    public VervalCheck? Latest => CheckOf(Row.Id);

    public string BackPath => InFamily ? $"{Path}/cek/{RowId}" : VillagePath;

    public FactForm Form => new(Words, areas, installation, false, null, null);

    public string? Nik => PersonWords.Masked(listed.GetValueOrDefault("nik"));

    public string? FamilyCard => PersonWords.Masked(listed.GetValueOrDefault("familyCard"));

    public string ProposalText(VervalCheck seen) => $"people.verval.propose.{Suggested(seen)}";

    public string ProposalPath(VervalCheck seen) => $"{Path}/usul?desa={Target.Village}&jenis={Suggested(seen)}&orang={seen.PersonId!.Value.Value}&baris={Row.Id.Value}{(seen.Corrected is { Length: > 0 } f && Suggested(seen) == ProposalKind.Correct ? $"&data={f}" : "")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        Input = new CheckInput { CheckedOn = Words.Today };
        Facts = await Filled(stop);
        await log.Opened(Member.As(VillageListModel.Readers), "registry-row", MemberId, Words.Text("people.log.verval.check"), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Ready(stop) is { } no) return no;
        if (!Member.HasAny(VervalRoles.Checkers)) return Forbid();
        if (!ModelState.IsValid) return Page();
        var command = new RecordPersonCommand(Cycle.Id, Target.RowId, Row.Id, Input, Facts, PapersSeen);
        if ((await record.Do(command, Member, stop)).TryGet(out _, out var why)) return Done("people.verval.saved", InFamily ? BackPath : Request.Path.Value!);
        Show(why, Refused.Within(nameof(Input), nameof(Facts)));
        return Page();
    }

    private static ProposalKind Suggested(VervalCheck seen) => seen.Outcome == CheckOutcome.Found ? seen.Corrected is { Length: > 0 } ? ProposalKind.Correct : ProposalKind.Object : ProposalKind.Remove;

    private async Task<IActionResult?> Ready(CancellationToken stop)
    {
        if (await LoadTarget(stop) is { } no) return no;
        if (Members.FirstOrDefault(m => m.Id.Value == MemberId) is not { } row) return NotFound();
        Row = row;
        listed = people.Said(row, await people.Card(row, stop));
        return null;
    }

    /// <summary>What is believed of the person today, else what the release says.</summary>
    private async Task<FactInput> Filled(CancellationToken stop)
    {
        var known = await people.Known(Row, stop) is { } id ? await hand.Find(id, Member, stop) : null;
        Visible = known?.Person.Id;
        var facts = known is null ? KnownFacts.None : await book.Of(known.All, stop);
        string? Of(string field) => facts.Value(field) ?? listed.GetValueOrDefault(field);
        return new FactInput { Name = Of("name"), Sex = Of("sex") ?? "unknown", BirthDate = FactField.Day(Of("birthDate")), Area = Of("area"), Address = Of("address"), Rt = Of("rt") };
    }
}
