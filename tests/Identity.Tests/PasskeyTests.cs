using System.Net;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Identity.Tests;

[Trait("Kind", "page")]
public sealed class PasskeyTests(StaffServer server) : IClassFixture<StaffServer>
{
    private const string Keys = "/petugas/pengaturan/kunci";

    [Fact]
    public async Task Registered_passkey_signs_in_without_password_and_removed_no_more()
    {
        var origin = new Uri($"http://localhost:{server.Address.Port}");
        using var passkey = new SoftPasskey(origin.GetLeftPart(UriPartial.Authority));
        using var owner = new Visitor(origin);
        await owner.SignIn(Roles.Shelter, StaffSignIn.DemoPassword);
        var page = await owner.Open(Keys);
        var made = await page.Form("Tambah").Set("Name", "HP Samsung").Set("credential", passkey.Create(await Options(page, "Tambah", Keys + "?handler=Options"))).Press("Tambah");
        Assert.Equal(HttpStatusCode.Redirect, made.Status);

        using var visitor = new Visitor(origin);
        Assert.Equal("/petugas", (await SignIn(visitor, passkey)).Location);
        page = await visitor.Open(Keys);
        Assert.Contains("HP Samsung", page.Document.Body!.TextContent);
        await page.Form("HP Samsung").Press("Hapus");
        using var later = new Visitor(origin);
        Assert.Contains("tidak dikenali", (await SignIn(later, passkey)).Text);
    }

    [Fact]
    public async Task Answer_without_a_challenge_is_refused()
    {
        using var visitor = server.Visitor();
        var page = await visitor.Open("/masuk");
        Assert.Contains("tidak dikenali", (await page.Form("kunci sandi").Set("credential", "{}").Press("kunci sandi")).Text);
    }

    private static async Task<Page> SignIn(Visitor visitor, SoftPasskey passkey)
    {
        var page = await visitor.Open("/masuk");
        var options = await Options(page, "kunci sandi", "/masuk?handler=PasskeyOptions");
        return await page.Form("kunci sandi").Set("credential", passkey.Get(options)).Press("kunci sandi");
    }

    private static async Task<string> Options(Page page, string form, string path)
    {
        var token = page.Document.QuerySelectorAll("form").First(f => f.TextContent.Contains(form, StringComparison.Ordinal)).QuerySelector("[name=_t]")!.GetAttribute("value")!;
        return (await page.Visitor.Send(path, new FormUrlEncodedContent([KeyValuePair.Create("_t", token)]))).Text;
    }
}
