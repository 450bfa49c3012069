using System.Net;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;

namespace Layar.Identity.Tests;

[Trait("Kind", "page")]
public sealed class SessionTests(Office office) : IClassFixture<Office>
{
    private const string Own = "/petugas/pengaturan";

    [Fact]
    public async Task Idle_for_half_an_hour_ends_the_session()
    {
        var (visitor, _) = await SignedIn(Roles.Operator);
        office.Clock.Turn(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open(Own)).Status);
        office.Clock.Turn(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open(Own)).Status);
        office.Clock.Turn(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open(Own)).Status);
    }

    [Fact]
    public async Task Eight_hours_end_the_session_of_somebody_busy()
    {
        var (visitor, _) = await SignedIn(Roles.Operator);
        for (var i = 0; i < 19; i++)
        {
            office.Clock.Turn(TimeSpan.FromMinutes(25));
            Assert.Equal(HttpStatusCode.OK, (await visitor.Open(Own)).Status);
        }
        office.Clock.Turn(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open(Own)).Status);
    }

    [Fact]
    public async Task Disabled_account_is_out_within_a_second_even_when_another_node_did_it()
    {
        var (visitor, account) = await SignedIn(Roles.Operator);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open(Own)).Status);
        await office.Edit<StaffAccount>(a => a.Where(x => x.Id == account.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.Active, false)));
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open(Own)).Status);
        Assert.Contains("tidak cocok", (await visitor.SignIn(account.UserName, Office.Password)).Text);
    }

    [Fact]
    public async Task Duty_that_ended_loses_the_role_and_changes_the_session_key()
    {
        var account = await office.Hire(Roles.Administrator);
        using var visitor = office.Visitor();
        await visitor.SignIn(account.UserName, Office.Password);
        await office.SetUpApp(visitor);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/petugas/pengaturan/pegawai")).Status);
        DateOnly? yesterday = office.Today.AddDays(-1);
        await office.Edit<Duty>(d => d.Where(x => x.AccountId == account.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.ValidTo, yesterday)));
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        var refused = await visitor.Open("/petugas/pengaturan/pegawai");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains(refused.Answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("layar=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open(Own)).Status);
    }

    [Fact]
    public async Task Other_sessions_can_be_seen_and_closed()
    {
        var (mine, account) = await SignedIn(Roles.Operator);
        using var other = office.Visitor();
        await other.SignIn(account.UserName, Office.Password);
        var page = await mine.Open("/petugas/pengaturan/sesi");
        Assert.Equal(2, page.Document.QuerySelectorAll("main li").Length);
        await page.Form("Tutup semua").Press("Tutup semua");
        Assert.Equal(HttpStatusCode.Redirect, (await other.Open(Own)).Status);
        Assert.Equal(HttpStatusCode.OK, (await mine.Open(Own)).Status);
        Assert.Contains("SessionEnded", await office.ActsOf(account));
    }

    [Fact]
    public async Task New_password_closes_the_other_sessions()
    {
        var (mine, account) = await SignedIn(Roles.Operator);
        using var other = office.Visitor();
        await other.SignIn(account.UserName, Office.Password);
        var page = await mine.Open("/petugas/pengaturan/sandi");
        var answer = await page.Form("Kata sandi baru").Fill("Kata sandi sekarang", Office.Password).Fill("Kata sandi baru", "gerimis pagi di paringin").Press("Ganti");
        Assert.Equal("/petugas/pengaturan", answer.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await other.Open(Own)).Status);
        Assert.Contains("PasswordChanged", await office.ActsOf(account));
        Assert.Contains("tidak cocok", (await other.SignIn(account.UserName, Office.Password)).Text);
    }

    private async Task<(Visitor Visitor, StaffAccount Account)> SignedIn(string role)
    {
        var account = await office.Hire(role);
        var visitor = office.Visitor();
        await visitor.SignIn(account.UserName, Office.Password);
        return (visitor, account);
    }
}
