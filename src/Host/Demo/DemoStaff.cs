using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo;

/// <summary>The demo accounts as those who act in the demo's past.</summary>
internal sealed class DemoStaff
{
    private readonly IReadOnlyList<StaffMember> all;
    private readonly Dictionary<(string Role, string? Division), StaffMember?> found = [];

    private DemoStaff(IReadOnlyList<StaffMember> all) => this.all = all;

    public static async Task<DemoStaff> Read(AppDb db, CancellationToken stop)
    {
        var rows = await db.Set<StaffAccount>().AsNoTracking().Where(a => a.Demo)
            .Join(db.Set<Duty>().AsNoTracking(), a => a.Id, d => d.AccountId, (a, d) => new { a.Id, a.UserName, a.Name, d.Role, d.Division, d.Areas }).ToListAsync(stop);
        return new DemoStaff([.. rows.OrderBy(r => r.UserName, StringComparer.Ordinal).Select(r => new StaffMember(
            r.Id, r.UserName, r.Name, new HashSet<string> { r.Role }, r.Areas.Split(' ', StringSplitOptions.RemoveEmptyEntries), r.Division, new Dictionary<string, string>()))]);
    }

    /// <summary>Who has this role; of the heads the one of the division when there is one.</summary>
    public StaffMember Of(string role, string? division = null) => Find(role, division) ?? throw new InvalidOperationException($"No demo account for {role}.");

    public StaffMember? Find(string role, string? division = null)
    {
        if (role is not (Roles.DivisionHead or Roles.SectionHead)) division = null;
        if (found.TryGetValue((role, division), out var known)) return known;
        var having = all.Where(m => m.Has(role)).ToList();
        return found[(role, division)] = having.FirstOrDefault(m => division is not null && m.Division == division) ?? having.FirstOrDefault();
    }

    public Actor Actor(IReadOnlyList<string> roles, string? division) =>
        roles.Select(r => Find(r, division)).FirstOrDefault(m => m is not null)?.As(roles) ?? Kernel.Acts.Actor.System;
}
