using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Identity.Staff.EditAccount;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Staff.GiveDuty;

[StaffPage(Roles.Administrator)]
internal sealed class GiveDutyModel(
    DutyHandler handler, EditAccountHandler accounts, AppDb db, IEnumerable<IWorkAreas> areas, ICurrentStaff staff, TextCatalogue texts, TimeProvider clock) : PageModel
{
    private const int MostOfficials = 300;

    [BindProperty] public DutyForm Input { get; set; } = new();

    public StaffAccount Account { get; private set; } = null!;

    public IEnumerable<Choice> RoleChoices => Roles.All.Select(r => new Choice(r, "identity.role." + r));

    public IEnumerable<Choice> ActingChoices => Enum.GetNames<Acting>().Select(a => new Choice(a, "identity.acting." + a.ToLowerInvariant()));

    public IEnumerable<Choice> AreaChoices => (areas.FirstOrDefault()?.All ?? []).Select(a => new Choice(a.Code, a.Name, Group: a.Parent ?? "identity.duty.districts"));

    public IReadOnlyList<Choice> Officials { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Input.ValidFrom = Wita.Day(clock.GetUtcNow().UtcDateTime);
        return await Load(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var outcome = await handler.Give(Account, Input, staff.Required.As([Roles.Administrator]), stop);
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, texts);
        TempData["Notice"] = "identity.duty.given";
        return RedirectToPage("/Staff/EditAccount/EditAccount", new { id });
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await accounts.Find(id, stop) is not { } account) return false;
        Account = account;
        var others = await db.Set<StaffAccount>().AsNoTracking().Where(a => a.Active && a.Id != account.Id).OrderBy(a => a.Name).Take(MostOfficials)
            .Select(a => new { a.Id, a.Name }).ToListAsync(stop);
        Officials = [.. others.Select(o => new Choice(o.Id.Value.ToString(), o.Name))];
        return true;
    }
}
