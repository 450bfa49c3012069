using Layar.Cases.Contracts;
using Layar.Cases.Queue.OwnViews;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Cases.Queue;

internal sealed class QueueModel(
    OfficerQueue queue, QueueCounting counting, AcknowledgeMany acknowledge, OwnViewBook own, ICatalogue catalogue, TextCatalogue texts, ICurrentStaff staff, CaseWords words)
    : CaseListModel(queue, catalogue, staff, words)
{
    public override bool AllCases => false;

    public override bool MayAcknowledge => Member.Has(Roles.Head);

    public QueueCounts Counts { get; private set; } = QueueCounts.None;

    public IReadOnlyList<OwnView> Own { get; private set; } = [];

    [BindProperty] public string? ViewName { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Counts = await counting.For(Member, stop);
        Own = await own.Of(Member, stop);
        await Load(stop);
        return Page();
    }

    /// <summary>Keeps the view with its filters under a name.</summary>
    public async Task<IActionResult> OnPostSimpanAsync(CancellationToken stop)
    {
        var shown = QueueFilter.Read(Request.Query, all: false);
        if ((await own.Save(ViewName, shown, Member, stop)).Refusal is { } why)
        {
            Show(why);
            return await OnGetAsync(stop);
        }
        TempData["Notice"] = texts["cases.views.saved", ViewName!.Trim()];
        return LocalRedirect("/petugas/antrean" + shown.ToKeep().Query());
    }

    public async Task<IActionResult> OnPostBuangAsync([FromForm(Name = "id")] Guid id, CancellationToken stop)
    {
        await own.Forget(id, Member, stop);
        TempData["Notice"] = "cases.views.forgotten";
        return LocalRedirect("/petugas/antrean" + QueueFilter.Read(Request.Query, all: false).Query());
    }

    /// <summary>The kadis takes note of several cases at once; each is checked alone.</summary>
    public async Task<IActionResult> OnPostMengetahuiAsync([FromForm(Name = "pilih")] string[] chosen, CancellationToken stop)
    {
        if (!MayAcknowledge) return Forbid();
        var picked = chosen.Select(Picked.Parse).OfType<Picked>().Take(OfficerQueue.PageSize).ToList();
        var (done, skipped) = await acknowledge.Run(picked, Member, stop);
        TempData["Notice"] = picked.Count == 0 ? texts["cases.bulk.none"]
            : skipped.Count == 0 ? texts["cases.bulk.done", done]
            : texts["cases.bulk.some", done, skipped.Count, string.Join("; ", skipped.Select(s => $"{s.Number}: {Words.Say(s.Why)}"))];
        return LocalRedirect("/petugas/antrean" + QueueFilter.Read(Request.Query, all: false).Query());
    }
}

/// <summary>A ticked row: which case, and as of which version.</summary>
internal sealed record Picked(string Number, int Version)
{
    public static Picked? Parse(string text) =>
        text.Split('|') is [{ Length: > 0 and < 40 } number, var version] && int.TryParse(version, out var seen) ? new Picked(number, seen) : null;
}
