using Layar.Areas;
using Layar.Identity;

namespace Layar.Testing;

/// <summary>The application with areas and the demo accounts, one per role.</summary>
public class StaffServer : LayarServer
{
    protected override async Task Prepare(IServiceProvider services)
    {
        await AreasModule.Seed(services, CancellationToken.None);
        await IdentityModule.CreateDemoAccounts(services, CancellationToken.None);
    }
}
