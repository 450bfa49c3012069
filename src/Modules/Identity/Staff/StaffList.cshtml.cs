using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Staff;

/// <summary>Everybody with an account, by user name, which is unique: the next page begins after the last of this one.</summary>
[StaffPage(Roles.Administrator)]
internal sealed class StaffListModel(AppDb db, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")] public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "setelah")] public string? After { get; set; }

    public IReadOnlyList<StaffAccount> Accounts { get; private set; } = [];

    public ILookup<StaffId, Duty> Duties { get; private set; } = Array.Empty<Duty>().ToLookup(d => d.AccountId);

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var query = db.Set<StaffAccount>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var word = Search.Trim().ToLowerInvariant();
            query = query.Where(a => a.Name.ToLower().Contains(word) || a.UserName.Contains(word));
        }
        if (After is { Length: > 0 } after) query = query.Where(a => string.Compare(a.UserName, after) > 0);
        var found = await query.OrderBy(a => a.UserName).Take(PageSize + 1).ToListAsync(stop);
        Accounts = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Address(Accounts[^1]);
        Duties = await InForce([.. Accounts.Select(a => a.Id)], stop);
    }

    private async Task<ILookup<StaffId, Duty>> InForce(List<StaffId> accounts, CancellationToken stop)
    {
        var day = Wita.Day(clock.GetUtcNow().UtcDateTime);
        var duties = await db.Set<Duty>().AsNoTracking().Where(d => accounts.Contains(d.AccountId) && d.ValidFrom <= day && (d.ValidTo == null || d.ValidTo >= day)).ToListAsync(stop);
        return duties.ToLookup(d => d.AccountId);
    }

    private string Address(StaffAccount last) =>
        $"/petugas/pengaturan/pegawai?q={Uri.EscapeDataString(Search ?? "")}&setelah={Uri.EscapeDataString(last.UserName)}";
}
