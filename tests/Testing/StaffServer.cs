using Layar.Identity;

namespace Layar.Testing;

/// <summary>The application with the demo accounts, one per role.</summary>
public class StaffServer : LayarServer
{
    protected override Task Prepare(IServiceProvider services) => IdentityModule.CreateDemoAccounts(services, CancellationToken.None);
}
