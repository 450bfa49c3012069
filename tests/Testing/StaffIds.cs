using Layar.Identity.Accounts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Testing;

/// <summary>Accounts as rows name them.</summary>
public static class StaffIds
{
    /// <summary>The demo account of this role.</summary>
    public static Task<Guid> StaffIdOf(this LayarServer server, string role) => server.Within(async services =>
        (await services.GetRequiredService<AppDb>().Set<StaffAccount>().AsNoTracking().FirstAsync(a => a.UserName == role)).Id.Value);
}
