using Layar.Cases.Contracts;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Testing;

/// <summary>The demo accounts as the application knows them, for tests that call it without a browser.</summary>
public static class DemoMembers
{
    /// <summary>The account of this role, with another area or division when given.</summary>
    public static Task<StaffMember> Member(this LayarServer server, string role, IReadOnlyList<string>? areas = null, string? division = null) => server.Within(async s =>
    {
        var account = await s.GetRequiredService<AppDb>().Set<StaffAccount>().AsNoTracking().SingleAsync(a => a.UserName == role);
        return new StaffMember(account.Id, role, account.Name, new HashSet<string> { role }, areas ?? [], division, new Dictionary<string, string>());
    });

    /// <summary>Lets officers be named while the house has no directory of its own.</summary>
    public static void AddAccountDirectory(this IServiceCollection services) => services.AddScoped<IOfficerDirectory, AccountDirectory>();

    private sealed class AccountDirectory(AppDb db) : IOfficerDirectory
    {
        public async Task<IReadOnlyList<NameableOfficer>> All(CancellationToken stop) =>
            [.. (await db.Set<StaffAccount>().AsNoTracking().ToListAsync(stop)).Select(a => new NameableOfficer(a.Id.Value, a.Name, a.UserName))];
    }
}
