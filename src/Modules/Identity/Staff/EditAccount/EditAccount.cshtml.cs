using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Devices;
using Layar.Identity.Duties;
using Layar.Identity.Staff.GiveDuty;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Staff.EditAccount;

[StaffPage(Roles.Administrator)]
internal sealed class EditAccountModel(
    EditAccountHandler handler, WriteAccountHandler writer, DutyHandler dutyHandler, FieldDevices devices, AppDb db, PersonalFields personal, ICurrentStaff staff, TextCatalogue texts, TimeProvider clock) : PageModel
{
    private const int MostDuties = 100;

    [BindProperty] public AccountForm Input { get; set; } = new();

    /// <summary>How the fields stood that the administrator saw.</summary>
    [BindProperty] public string? Seen { get; set; }

    public StaffAccount Account { get; private set; } = null!;

    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    public IReadOnlyList<FieldDevice> Devices { get; private set; } = [];

    public DateOnly Today { get; } = Wita.Day(clock.GetUtcNow().UtcDateTime);

    /// <summary>Shown once.</summary>
    public string? Password { get; private set; }

    private Actor Me => staff.Required.As([Roles.Administrator]);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var outcome = await writer.Run(Account.Id, Input, Seen, Me, stop);
        if (outcome.Refusal is not { } refusal) return Saved(id);
        // The words typed stay; sent once more, they are written over what the page tells now.
        await Load(id, stop);
        if (refusal.Code == WriteAccountHandler.Changed) Seen = AccountForm.Seen(Account);
        return this.Refused(refusal, texts);
    }

    public Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken stop) => Do(id, () => handler.SetActive(Account, false, Me, stop), stop);

    public Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken stop) => Do(id, () => handler.SetActive(Account, true, Me, stop), stop);

    public Task<IActionResult> OnPostFactorAsync(Guid id, CancellationToken stop) => Do(id, () => handler.ResetSecondFactor(Account, Me, stop), stop);

    public Task<IActionResult> OnPostEndDutyAsync(Guid id, Guid duty, DateOnly? until, CancellationToken stop) =>
        Do(id, () => dutyHandler.End(Account, new DutyId(duty), until, Me, stop), stop);

    public Task<IActionResult> OnPostRevokeAsync(Guid id, Guid device, CancellationToken stop) => Do(id, () => devices.Revoke(Account.Id, device, Me, stop), stop);

    public async Task<IActionResult> OnPostPasswordAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var outcome = await handler.ResetPassword(Account, Me, stop);
        Show();
        return outcome.Match(password =>
        {
            Password = password;
            return Page();
        }, refusal => this.Refused(refusal, texts));
    }

    private async Task<IActionResult> Do(Guid id, Func<Task<Outcome>> work, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var outcome = await work();
        if (outcome.Refusal is not { } refusal) return Saved(id);
        Show();
        return this.Refused(refusal, texts);
    }

    private void Show() => (Input, Seen) = (AccountForm.Of(Account, personal), AccountForm.Seen(Account));

    private RedirectToPageResult Saved(Guid id)
    {
        TempData["Notice"] = "identity.account.saved";
        return RedirectToPage(new { id });
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await handler.Find(id, stop) is not { } account) return false;
        Account = account;
        Duties = await db.Set<Duty>().AsNoTracking().Where(d => d.AccountId == account.Id).OrderByDescending(d => d.ValidFrom).Take(MostDuties).ToListAsync(stop);
        Devices = await devices.Of(account.Id, stop);
        return true;
    }
}
