using System.Net;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Identity.Tests;

[Trait("Kind", "page")]
public sealed class SecondFactorTests(Office office) : IClassFixture<Office>
{
    [Theory]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Auditor)]
    public async Task Leading_roles_reach_nothing_before_they_enrol(string role)
    {
        var account = await office.Hire(role);
        using var visitor = office.Visitor();
        await visitor.SignIn(account.UserName, Office.Password);
        var closed = await visitor.Open("/petugas/pengaturan/pegawai");
        Assert.Equal("/petugas/pengaturan/kode", closed.Location);
        await office.SetUpApp(visitor);
        Assert.NotEqual("/petugas/pengaturan/kode", (await visitor.Open("/petugas/pengaturan/pegawai")).Location);
    }

    [Fact]
    public async Task Password_alone_opens_nothing_and_the_code_opens()
    {
        var (userName, secret, _) = await WithApp();
        using var visitor = office.Visitor();
        var asked = await visitor.SignIn(userName, Office.Password);
        Assert.StartsWith("/masuk/kode", asked.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open("/petugas/pengaturan")).Status);
        Next();
        var answer = await Enter(visitor, office.Code(secret));
        Assert.Equal("/petugas", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/petugas/pengaturan")).Status);
    }

    [Fact]
    public async Task Code_works_once()
    {
        var (userName, secret, _) = await WithApp();
        Next();
        var code = office.Code(secret);
        using var first = office.Visitor();
        await first.SignIn(userName, Office.Password);
        Assert.Equal("/petugas", (await Enter(first, code)).Location);
        using var second = office.Visitor();
        await second.SignIn(userName, Office.Password);
        Assert.Contains("tidak cocok", (await Enter(second, code)).Text);
    }

    [Fact]
    public async Task Recovery_code_works_once()
    {
        var (userName, _, codes) = await WithApp();
        Assert.Equal(10, codes.Count);
        using var first = office.Visitor();
        await first.SignIn(userName, Office.Password);
        Assert.Equal("/petugas", (await Enter(first, codes[3].ToLowerInvariant())).Location);
        using var second = office.Visitor();
        await second.SignIn(userName, Office.Password);
        Assert.Contains("tidak cocok", (await Enter(second, codes[3])).Text);
    }

    [Fact]
    public async Task Five_wrong_codes_rest_the_step()
    {
        var (userName, secret, _) = await WithApp();
        using var visitor = office.Visitor();
        await visitor.SignIn(userName, Office.Password);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await Enter(visitor, "00000" + i)).Status);
        Next();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Enter(visitor, office.Code(secret))).Status);
    }

    [Fact]
    public async Task Code_page_without_password_leads_to_sign_in()
    {
        using var visitor = office.Visitor();
        Assert.StartsWith("/masuk", (await visitor.Open("/masuk/kode")).Location);
    }

    private void Next() => office.Clock.Turn(TimeSpan.FromSeconds(60));

    private async Task<(string UserName, string Secret, List<string> Codes)> WithApp()
    {
        var account = await office.Hire(Roles.Operator);
        using var visitor = office.Visitor();
        await visitor.SignIn(account.UserName, Office.Password);
        var (secret, codes) = await office.SetUpApp(visitor);
        return (account.UserName, secret, codes);
    }

    private static async Task<Page> Enter(Visitor visitor, string code) =>
        await (await visitor.Open("/masuk/kode")).Form().Fill("Kode", code).Press("Lanjut");
}
