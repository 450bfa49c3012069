using System.Globalization;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Letters.Contracts;
using Layar.Letters.Issuing;
using Layar.Letters.Register;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Handing;

[StaffPage(Roles.FrontOffice)]
internal sealed class HandOverModel(AppDb db, ICases cases, HandOverHandler handler, ICurrentStaff staff, ReadLog log, TimeProvider clock, TextCatalogue texts) : PageModel
{
    private const string PngUrl = "data:image/png;base64,";

    [BindProperty(SupportsGet = true, Name = "nomor")] public string CaseNumber { get; set; } = "";

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string? Receiver { get; set; }

    [BindProperty] public ReceiverRelation? Relation { get; set; }

    [BindProperty] public IdentityCheck? Check { get; set; }

    [BindProperty] public DateOnly? Day { get; set; }

    [BindProperty] public string? Time { get; set; }

    [BindProperty] public string? Signature { get; set; }

    [BindProperty] public IFormFile? Photo { get; set; }

    [BindProperty] public NoProofReason? NoProof { get; set; }

    public CaseSummary Case { get; private set; } = null!;

    /// <summary>The letter that waits for its receiver; null when there is none.</summary>
    public Letter? Letter { get; private set; }

    public static IEnumerable<Choice> Relations => Choices<ReceiverRelation>("relation");

    public static IEnumerable<Choice> Checks => Choices<IdentityCheck>("check");

    public static IEnumerable<Choice> NoProofs => Choices<NoProofReason>("no-proof");

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        await log.Opened(staff.Required.As(Roles.All), "case", Case.Id.Value, "serah terima surat", stop);
        var now = clock.GetUtcNow().UtcDateTime;
        (Version, Day, Time) = (Case.Version, Wita.Day(now), Wita.Local(now).ToString("HH:mm", CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (Letter is null && Case.Step == CaseStep.Completed) return Redirect($"/petugas/kasus/{Case.Number}");
        if (Letter is null) return Refused(LetterRefusals.State);
        if (Photo is { Length: > UploadScanHandler.LargestScan }) ModelState.AddModelError("Photo", "letters.file.large");
        var command = new HandOver(Letter.Id, Version, Receiver, Relation, Check, At(), Drawn(), await Bytes(stop), NoProof, Day is not null);
        if (!ModelState.IsValid) return Refused(handler.Fault(command));
        if ((await handler.Handle(command, staff.Required, stop)).Refusal is { } refusal) return Refused(refusal);
        TempData["Notice"] = "letters.notice.handed-over";
        return Redirect($"/petugas/surat/{Letter.Id.Value}");
    }

    private PageResult Refused(Refusal? why)
    {
        if (why is not null) ModelState.Refuse(texts, why);
        return Page();
    }

    private DateTime? At() =>
        Day is { } day && TimeOnly.TryParse((Time ?? "").Replace('.', ':'), CultureInfo.InvariantCulture, out var time) ? Wita.Utc(day.ToDateTime(time)) : null;

    private byte[]? Drawn()
    {
        if (Signature is null || !Signature.StartsWith(PngUrl, StringComparison.Ordinal)) return null;
        var bytes = new byte[Signature.Length];
        return Convert.TryFromBase64String(Signature[PngUrl.Length..], bytes, out var length) ? bytes[..length] : null;
    }

    private async Task<byte[]?> Bytes(CancellationToken stop)
    {
        if (Photo is not { Length: > 0 }) return null;
        using var memory = new MemoryStream();
        await Photo.CopyToAsync(memory, stop);
        return memory.ToArray();
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await cases.FindFor(CaseNumber, staff.Required, stop) is not { } summary) return false;
        Case = summary;
        Letter = await db.Set<Letter>().AsNoTracking().Where(l => l.CaseId == summary.Id && l.State == LetterState.Issued && l.Kind != LetterKind.Receipt)
            .OrderByDescending(l => l.Concludes).ThenByDescending(l => l.CreatedAt).FirstOrDefaultAsync(stop);
        return true;
    }

    private static IEnumerable<Choice> Choices<T>(string group) where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => new Choice(v.ToString(), $"letters.{group}.{v.ToString().ToLowerInvariant()}"));
}
