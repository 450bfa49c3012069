using System.Net;
using Layar.Identity.Contracts;
using Layar.Testing;

namespace Layar.Identity.Tests;

[Trait("Kind", "page")]
public sealed class StaffTests(StaffServer server) : IClassFixture<StaffServer>
{
    [Fact]
    public async Task New_colleague_changes_the_first_password_and_works_with_the_duty_given()
    {
        using var admin = await server.SignedIn(Roles.Administrator);
        var (id, password) = await Create(admin, "rina.wati", "Rina Wati");
        var given = await Give(admin, id, form => form.Set("Input.Role", Roles.Administrator));
        Assert.EndsWith(id, given.Location);

        using var rina = server.Visitor();
        await rina.SignIn("rina.wati", password);
        var closed = await rina.Open("/petugas/pengaturan/pegawai");
        Assert.Equal("/petugas/pengaturan/sandi", closed.Location);
        var page = await closed.Follow();
        await page.Form("Kata sandi baru").Fill("Kata sandi sekarang", password).Fill("Kata sandi baru", "gerimis pagi di paringin").Press("Ganti");
        Assert.Equal(HttpStatusCode.OK, (await rina.Open("/petugas/pengaturan/pegawai")).Status);
    }

    [Fact]
    public async Task Duty_for_an_official_needs_an_end_and_a_name()
    {
        using var admin = await server.SignedIn(Roles.Administrator);
        var (id, _) = await Create(admin, "budi.plh", "Budi");
        var open = await Give(admin, id, form => form.Set("Input.Role", Roles.Head).Set("Input.Acting", "Plh").Set("Input.OnBehalfOfName", "H. Ansharuddin"));
        Assert.Contains("perlu tanggal akhir", open.Text);
        var nameless = await Give(admin, id, form => form.Set("Input.Role", Roles.Head).Set("Input.Acting", "Plh").Set("Input.ValidTo", "2099-01-01"));
        Assert.Contains("siapa yang digantikan", nameless.Text);
        var good = await Give(admin, id, form => form.Set("Input.Role", Roles.Head).Set("Input.Acting", "Plh").Set("Input.ValidTo", "2099-01-01").Set("Input.OnBehalfOfName", "H. Ansharuddin"));
        Assert.Contains("Plh. H. Ansharuddin", (await good.Follow()).Document.Body!.TextContent);
    }

    [Fact]
    public async Task Disabled_colleague_is_out_and_nobody_disables_himself()
    {
        using var admin = await server.SignedIn(Roles.Administrator);
        using var driver = await server.SignedIn(Roles.Driver);
        var page = await Person(admin, Roles.Driver);
        await page.Form("Nonaktifkan").Press("Nonaktifkan");
        Assert.Equal(HttpStatusCode.Redirect, (await driver.Open("/petugas/pengaturan")).Status);
        var own = await Person(admin, Roles.Administrator);
        Assert.Contains("admin lain", (await own.Form("Nonaktifkan").Press("Nonaktifkan")).Text);
        page = await Person(admin, Roles.Driver);
        await page.Form("Aktifkan").Press("Aktifkan");
        (await server.SignedIn(Roles.Driver)).Dispose();
    }

    [Fact]
    public async Task Taken_and_misshapen_user_names_are_refused()
    {
        using var admin = await server.SignedIn(Roles.Administrator);
        Assert.Contains("sudah dipakai", (await Post(admin, "operator", "Nama Lain")).Text);
        Assert.Contains("diawali huruf", (await Post(admin, "9x", "Nama Lain")).Text);
    }

    [Fact]
    public async Task Unknown_account_is_not_found()
    {
        using var admin = await server.SignedIn(Roles.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Open($"/petugas/pengaturan/pegawai/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task What_somebody_else_wrote_meanwhile_is_told_and_not_overwritten()
    {
        using var admin = await server.SignedIn(Roles.Administrator);
        var (id, password) = await Create(admin, "siti.ganda", "Siti Ganda");
        var form = (await admin.Open($"/petugas/pengaturan/pegawai/{id}")).Form("Simpan");
        using var siti = server.Visitor();
        await siti.SignIn("siti.ganda", password);
        await (await siti.Open("/petugas/pengaturan/sandi")).Form("Kata sandi baru").Fill("Kata sandi sekarang", password).Fill("Kata sandi baru", "gerimis pagi di paringin").Press("Ganti");
        await (await siti.Open("/petugas/pengaturan")).Form("Simpan").Set("Phone", "081200000077").Press("Simpan");

        var told = await form.Set("Input.Name", "Siti Gandasari").Set("Input.Phone", "081200000088").Press("Simpan");
        Assert.Contains(told.Errors, e => e.StartsWith("Siti Ganda lebih dulu mengubah akun ini: nomor hp diganti", StringComparison.Ordinal));
        Assert.Contains("Sekarang tercatat: 081200000077", told.Errors);
        Assert.Equal(("Siti Gandasari", "081200000088"), (Typed(told, "Input.Name"), Typed(told, "Input.Phone")));
        Assert.Equal("081200000077", Typed(await admin.Open($"/petugas/pengaturan/pegawai/{id}"), "Input.Phone"));

        Assert.Equal(HttpStatusCode.Redirect, (await told.Form("Simpan").Press("Simpan")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await told.Form("Simpan").Press("Simpan")).Status);
        Assert.Equal(("Siti Gandasari", "081200000088"), await Kept(admin, id));
    }

    private static async Task<(string? Name, string? Phone)> Kept(Visitor admin, string id)
    {
        var page = await admin.Open($"/petugas/pengaturan/pegawai/{id}");
        return (Typed(page, "Input.Name"), Typed(page, "Input.Phone"));
    }

    private static string? Typed(Page page, string name) => page.Document.QuerySelector($"input[name='{name}']")!.GetAttribute("value");

    private static async Task<Page> Post(Visitor admin, string userName, string name) =>
        await (await admin.Open("/petugas/pengaturan/pegawai/baru")).Form("Nama pengguna").Set("Input.UserName", userName).Set("Input.Name", name).Press("Buat akun");

    private static async Task<(string Id, string Password)> Create(Visitor admin, string userName, string name)
    {
        var made = await Post(admin, userName, name);
        return (made.Document.QuerySelector("main a[href$='/tugas']")!.GetAttribute("href")!.Split('/')[^2], made.Document.QuerySelector("main code")!.TextContent);
    }

    private static async Task<Page> Give(Visitor admin, string id, Func<Form, Form> fill) =>
        await fill((await admin.Open($"/petugas/pengaturan/pegawai/{id}/tugas")).Form("Peran").Set("Input.LegalBasis", "800/1/DINSOS/2026")).Press("Beri tugas");

    private static async Task<Page> Person(Visitor admin, string userName)
    {
        var list = await admin.Open("/petugas/pengaturan/pegawai?q=" + userName);
        return await admin.Open(list.Document.QuerySelector("main td a")!.GetAttribute("href")!);
    }
}
