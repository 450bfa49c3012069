using Layar.Cases.Completeness;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Visits.Merging;

/// <summary>Where answers of two people collided, and who answered what over what.</summary>
[StaffPage(Roles.Supervisor, Roles.DistrictWorker, Roles.Companion, Roles.Manager, Roles.Head)]
internal sealed class HistoryModel(VisitAtHand hand, FieldBooks books, SettleFields settle, ICurrentStaff staff, TextCatalogue texts, TimeProvider time) : PageModel
{
    private const int Most = 200;

    public static readonly IReadOnlyList<string> Readers = StaffPageAttribute.Of<HistoryModel>();

    [BindProperty(SupportsGet = true, Name = "nomor")] public string Number { get; set; } = "";

    public CaseFile Case { get; private set; } = null!;

    public FieldBook Book { get; private set; } = null!;

    /// <summary>True for who may decide and take back.</summary>
    public bool MayDecide { get; private set; }

    public IReadOnlyList<FieldChange> Waiting => [.. Book.Changes.Where(c => c.State == ChangeState.Conflict)];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<FieldChange> Past => [.. Book.Changes.Where(c => c.State != ChangeState.Conflict).Reverse().Take(Most)];

    public bool MayUndo(FieldChange change) => MayDecide && SettleFields.MayUndo(Book, change, time.GetUtcNow().UtcDateTime);

    public string Ask(FieldChange change) => Book.Question(change.Question)?.Text.ToString() ?? change.Question;

    public string Words(FieldChange change, string[] values) =>
        Book.Question(change.Question) is { } question && VisitAnswers.Words(question, values) is { Length: > 0 } words ? words : "–";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    /// <param name="pick">mine or theirs</param>
    public async Task<IActionResult> OnPostSettleAsync(Guid change, int seen, string? pick, CancellationToken stop) =>
        await Answered(await settle.Settle(new(Number, change, seen, pick == "mine"), staff.Required, stop), "visits.settled", stop);

    public async Task<IActionResult> OnPostUndoAsync(Guid change, CancellationToken stop) =>
        await Answered(await settle.Undo(Number, change, staff.Required, stop), "visits.undone", stop);

    private async Task<IActionResult> Answered(Outcome outcome, string said, CancellationToken stop)
    {
        if (outcome.Refusal is { } why)
        {
            ModelState.Tell(texts, why);
            return await Load(stop) ? Page() : NotFound();
        }
        TempData["Notice"] = said;
        return LocalRedirect($"/petugas/kasus/{Number}/kunjungan/riwayat");
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await hand.Open(Number, staff.Required, stop) is not var (file, visit) || visit is null) return false;
        (Case, Book) = (file, await books.Open(visit, stop));
        MayDecide = visit.State == VisitState.Scheduled && VisitAtHand.MayFill(visit, staff.Required);
        return true;
    }
}
