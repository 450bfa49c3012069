using System.Net;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Identity.Tests;

[Trait("Kind", "page")]
public sealed class SignInTests(StaffServer server) : IClassFixture<StaffServer>
{
    [Fact]
    public async Task Right_password_opens_the_role_home()
    {
        using var visitor = server.Visitor();
        var answer = await visitor.SignIn("operator", "layar-demo");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal("/petugas", answer.Location);
    }

    [Fact]
    public async Task Every_role_has_a_demo_account_that_signs_in()
    {
        foreach (var role in Roles.All) (await server.SignedIn(role)).Dispose();
    }

    [Fact]
    public async Task Wrong_password_and_unknown_name_read_the_same()
    {
        using var visitor = server.Visitor();
        var wrong = await visitor.SignIn("kasi", "salah sekali ini");
        var unknown = await visitor.SignIn("tidakada", "salah sekali ini");
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(Errors(wrong), Errors(unknown));
        Assert.Contains("tidak cocok", Errors(wrong));
    }

    [Fact]
    public async Task Empty_form_shows_an_error_on_each_field()
    {
        using var visitor = server.Visitor();
        var page = await visitor.SignIn("", "");
        Assert.NotNull(page.Document.QuerySelector("#UserName[aria-invalid=true]"));
        Assert.NotNull(page.Document.QuerySelector("#Password[aria-invalid=true]"));
    }

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Foreign_return_address_is_not_followed(string back)
    {
        using var visitor = server.Visitor();
        var answer = await visitor.SignIn("operator", "layar-demo", "/masuk?kembali=" + Uri.EscapeDataString(back));
        Assert.Equal("/petugas", answer.Location);
    }

    [Fact]
    public async Task Stranger_is_led_to_sign_in_and_back()
    {
        using var visitor = server.Visitor();
        var closed = await visitor.Open("/petugas/pengaturan?x=1");
        Assert.Equal("/masuk?kembali=%2Fpetugas%2Fpengaturan%3Fx%3D1", closed.Location);
        var answer = await visitor.SignIn("operator", "layar-demo", closed.Location!);
        Assert.Equal("/petugas/pengaturan?x=1", answer.Location);
    }

    [Fact]
    public async Task Unknown_page_below_petugas_is_closed_to_strangers()
    {
        using var visitor = server.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open("/petugas/apa-saja")).Status);
    }

    [Fact]
    public async Task Page_of_another_role_answers_403_with_a_page()
    {
        using var visitor = await server.SignedIn(Roles.Operator);
        var page = await visitor.Open("/petugas/pengaturan/pegawai");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("Halaman ini bukan untuk tugas Anda", page.Title);
    }

    [Theory]
    [InlineData("/masuk")]
    [InlineData("/keluar")]
    [InlineData("/petugas/pengaturan")]
    [InlineData("/petugas/pengaturan/sandi")]
    [InlineData("/petugas/pengaturan/kode?handler=Begin")]
    [InlineData("/petugas/pengaturan/kunci?handler=Options")]
    [InlineData("/petugas/pengaturan/sesi?handler=Others")]
    [InlineData("/petugas/pengaturan/pegawai/baru")]
    public async Task Post_without_token_is_refused(string path)
    {
        using var visitor = await server.SignedIn(Roles.Administrator);
        var answer = await visitor.Send(path, new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Session_cookie_is_closed_to_scripts_and_new_at_every_sign_in()
    {
        using var visitor = server.Visitor();
        var first = Cookie(await visitor.SignIn("operator", "layar-demo"));
        Assert.Contains("httponly", first);
        Assert.Contains("samesite=lax", first);
        var page = await visitor.Open("/keluar");
        await page.Form().Press("Keluar");
        Assert.NotEqual(first, Cookie(await visitor.SignIn("operator", "layar-demo")));
    }

    [Fact]
    public async Task Signing_out_needs_a_post_and_ends_the_session()
    {
        using var visitor = await server.SignedIn(Roles.Operator);
        var page = await visitor.Open("/keluar");
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/petugas/pengaturan")).Status);
        await page.Form().Press("Keluar");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open("/petugas/pengaturan")).Status);
    }

    [Fact]
    public async Task Planted_cookie_opens_nothing()
    {
        using var visitor = server.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Cookie", "layar=" + new string('A', 43));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Open("/petugas/pengaturan")).Status);
    }

    [Fact]
    public async Task Demo_accounts_are_found_and_made_only_once()
    {
        Assert.True(await server.Within(s => IdentityModule.HasDemoAccounts(s, default)));
        await server.Within(async s =>
        {
            await IdentityModule.CreateDemoAccounts(s, default);
            return true;
        });
    }

    private static string Errors(Page page) => page.Document.QuerySelector(".errors")?.TextContent ?? "";

    private static string Cookie(Page answer) =>
        answer.Answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("layar=", StringComparison.Ordinal));
}
