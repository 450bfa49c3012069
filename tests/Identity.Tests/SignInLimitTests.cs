using System.Net;
using Layar.Identity.Contracts;
using Layar.Identity.SignIn;
using Layar.Testing;

namespace Layar.Identity.Tests;

public sealed class SignInLimitTests(Office office) : IClassFixture<Office>
{
    [Fact, Trait("Kind", "page")]
    public async Task Five_failures_rest_the_step_even_for_the_right_password_until_two_hours_are_over()
    {
        var account = await office.Hire(Roles.Operator);
        using var visitor = office.VisitorFrom("203.0.113.10");
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await visitor.SignIn(account.UserName, "bukan ini sandinya")).Status);
        var held = await visitor.SignIn(account.UserName, Office.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, held.Status);
        Assert.NotNull(held.Answer.Headers.RetryAfter);
        Assert.Contains("SignInHeld", await office.ActsOf(account));
        office.Clock.Turn(TimeSpan.FromMinutes(121));
        Assert.Equal("/petugas", (await visitor.SignIn(account.UserName, Office.Password)).Location);
    }

    [Fact, Trait("Kind", "page")]
    public async Task Attack_from_many_addresses_does_not_lock_the_owner_out()
    {
        var account = await office.Hire(Roles.Operator);
        for (var i = 0; i < 20; i++)
        {
            using var attacker = office.VisitorFrom($"198.51.100.{i}");
            await attacker.SignIn(account.UserName, "tebakan yang salah");
        }
        using var owner = office.VisitorFrom("203.0.113.99");
        Assert.Equal("/petugas", (await owner.SignIn(account.UserName, Office.Password)).Location);
    }

    [Fact, Trait("Kind", "page")]
    public async Task Known_device_is_not_slowed_by_failures_at_its_own_address()
    {
        var account = await office.Hire(Roles.Operator);
        using var owner = office.VisitorFrom("203.0.113.50");
        await owner.SignIn(account.UserName, Office.Password);
        await (await owner.Open("/keluar")).Form().Press("Keluar");
        using var attacker = office.VisitorFrom("203.0.113.50");
        for (var i = 0; i < 6; i++) await attacker.SignIn(account.UserName, "tebakan yang salah");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await attacker.SignIn(account.UserName, "lagi")).Status);
        Assert.Equal("/petugas", (await owner.SignIn(account.UserName, Office.Password)).Location);
    }

    [Fact, Trait("Kind", "rule")]
    public void Answers_get_slower_from_the_third_failure()
    {
        Assert.Equal(TimeSpan.Zero, SignInHandler.Pause(2));
        Assert.True(SignInHandler.Pause(3) > TimeSpan.Zero);
        Assert.True(SignInHandler.Pause(5) > SignInHandler.Pause(4));
        Assert.True(SignInHandler.Pause(1000) <= TimeSpan.FromSeconds(4));
    }
}
