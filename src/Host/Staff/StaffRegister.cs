using Layar.Cases.Contracts;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Staff;

/// <summary>Tells the cases who works here: the accounts and the duties in force belong to identity, which knows no cases.</summary>
internal sealed class StaffRegister(AppDb db, TextCatalogue texts, TimeProvider time) : IOfficerDirectory, IHomeVisitors
{
    private static readonly string[] Visiting = [Roles.Supervisor, Roles.DistrictWorker, Roles.Companion];

    public async Task<IReadOnlyList<NameableOfficer>> All(CancellationToken stop) =>
        [.. (await OnDuty(stop)).GroupBy(w => w.Id).Select(w => new NameableOfficer(w.Key.Value, w.First().Name, string.Join(", ", w.Select(d => texts["cases.role." + d.Duty.Role]).Distinct())))];

    public async Task<IReadOnlyList<HomeVisitor>> ForArea(string? area, CancellationToken stop) =>
        [.. (await OnDuty(stop)).Where(w => Visiting.Contains(w.Duty.Role) && Covers(w.Duty.AreaCodes, area)).Select(w => new HomeVisitor(w.Id.Value, w.Name, w.Duty.Role))];

    private static bool Covers(IReadOnlyList<string> scope, string? area) => scope.Count == 0 || (area is not null && scope.Any(s => AreaScopes.Covers(s, area)));

    private async Task<List<(StaffId Id, string Name, Duty Duty)>> OnDuty(CancellationToken stop)
    {
        var today = Wita.Day(time.GetUtcNow().UtcDateTime);
        var rows = await db.Set<StaffAccount>().AsNoTracking().Where(a => a.Active)
            .Join(db.Set<Duty>().AsNoTracking().Where(d => d.ValidFrom <= today && (d.ValidTo == null || d.ValidTo >= today)), a => a.Id, d => d.AccountId, (a, d) => new { a.Id, a.Name, Duty = d })
            .ToListAsync(stop);
        return [.. rows.OrderBy(r => r.Name, StringComparer.CurrentCulture).Select(r => (r.Id, r.Name, r.Duty))];
    }
}
