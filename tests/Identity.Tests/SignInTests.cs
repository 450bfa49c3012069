using System.Net;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Identity.Tests;

public sealed class SignInTests(StaffServer server) : IClassFixture<StaffServer>
{
    [Fact, Trait("Kind", "page")]
    public async Task Right_password_opens_the_role_home()
    {
        using var visitor = server.Visitor();
        var answer = await visitor.SignIn("operator", "layar-demo");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal("/petugas", answer.Location);
    }

    [Fact, Trait("Kind", "page")]
    public async Task Every_role_has_a_demo_account_that_signs_in()
    {
        foreach (var role in Roles.All) (await server.SignedIn(role)).Dispose();
    }
}
