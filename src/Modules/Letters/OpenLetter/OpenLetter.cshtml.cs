using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Letters.Approval;
using Layar.Letters.Contracts;
using Layar.Letters.Ending;
using Layar.Letters.Issuing;
using Layar.Letters.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Letters.OpenLetter;

[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary, Roles.Auditor)]
internal sealed class OpenLetterModel(
    LetterAccess access, LetterHistory history, ApproveLetterHandler approve, ReturnLetterHandler sendBack, SubmitLetterHandler submit, SignLetterHandler sign,
    IssueLetterHandler issue, UploadScanHandler scan, EndLetterHandler end, ReplaceLetterHandler replace, ApprovalTurn turn, ICurrentStaff staff, ReadLog log, TextCatalogue texts) : PageModel
{
    /// <summary>What is told in place of the usual notice, when one press did more.</summary>
    private string? more;

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public IFormFile? Scan { get; set; }

    public SeenLetter Seen { get; private set; } = null!;

    public Letter Letter => Seen.Letter;

    public IReadOnlyList<LetterApproval> Stations { get; private set; } = [];

    public HandoverFace? Handover { get; private set; }

    public LetterButtons Buttons { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await log.Opened(staff.Required.As(Roles.All), "letter", id, "surat", stop);
        return Page();
    }

    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken stop) => Do(id, "letters.notice.submitted", () => submit.Handle(Seen, Version, staff.Required, stop), stop);

    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken stop) => Do(id, "letters.notice.approved", () => approve.Handle(Letter.Id, Version, staff.Required, stop), stop);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken stop) => Do(id, "letters.notice.returned", () => sendBack.Handle(Letter.Id, Version, Reason, staff.Required, stop), stop);

    public Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken stop) => Do(id, "letters.notice.signed", () => Sign(stop), stop);

    public Task<IActionResult> OnPostIssueAsync(Guid id, CancellationToken stop) =>
        Do(id, "letters.notice.issued", () => issue.Handle(Letter.Id, staff.Required, Roles.All, stop), stop);

    public Task<IActionResult> OnPostScanAsync(Guid id, CancellationToken stop) => Do(id, "letters.notice.issued", () => Upload(stop), stop);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken stop) => Do(id, "letters.notice.cancelled", () => end.Cancel(Letter.Id, Version, Reason, staff.Required, stop), stop);

    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken stop) => Do(id, "letters.notice.revoked", () => end.Revoke(Letter.Id, Version, Reason, staff.Required, stop), stop);

    public async Task<IActionResult> OnPostReplaceAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if ((await replace.Handle(Letter.Id, Reason, staff.Required, stop)).TryGet(out var fresh, out var refusal)) return Redirect($"/petugas/surat/{fresh.Value}/ubah");
        ModelState.Refuse(texts, refusal);
        return Page();
    }

    private async Task<Outcome> Sign(CancellationToken stop)
    {
        var signed = await sign.Handle(Letter.Id, Version, staff.Required, stop);
        // Pressing twice: the second press finds the letter signed by the first and goes on to give it out.
        if (!signed.IsDone && (await access.Find(Letter.Id, staff.Required, stop))?.Letter is not { SignedAt: not null }) return signed;
        if (Letter.Concludes && !staff.Required.Has(Roles.Manager)) return Outcome.Success;
        var issued = await issue.Handle(Letter.Id, staff.Required, Roles.All, stop);
        if (issued.IsDone && Letter.Way != SignatureWay.Paper) more = "letters.notice.issued";
        return issued;
    }

    private async Task<Outcome> Upload(CancellationToken stop)
    {
        if (Scan is { Length: > UploadScanHandler.LargestScan }) return new Refusal("letters.file.large", "Scan");
        byte[]? bytes = null;
        if (Scan is not null)
        {
            using var memory = new MemoryStream();
            await Scan.CopyToAsync(memory, stop);
            bytes = memory.ToArray();
        }
        return await scan.Handle(Letter.Id, Version, bytes, staff.Required, stop);
    }

    private async Task<IActionResult> Do(Guid id, string notice, Func<Task<Outcome>> work, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if ((await work()).Refusal is { } refusal)
        {
            await Load(id, stop);
            ModelState.Refuse(texts, refusal);
            return Page();
        }
        TempData["Notice"] = more ?? notice;
        return Redirect($"/petugas/surat/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await access.Find(new LetterId(id), staff.Required, stop) is not { } seen) return false;
        Seen = seen;
        Stations = await history.Stations(seen.Letter, stop);
        Handover = seen.Letter.State is LetterState.HandedOver or LetterState.Revoked or LetterState.Superseded ? await history.Handover(seen.Letter, stop) : null;
        Buttons = LetterButtons.For(seen, Stations, staff.Required, await turn.Verified(seen.Letter, staff.Required, stop));
        Response.Headers.ContentSecurityPolicy = $"{Response.Headers.ContentSecurityPolicy}; frame-src 'self'";
        return true;
    }
}
