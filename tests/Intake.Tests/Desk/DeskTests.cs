using System.Net;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Desk;

[Trait("Kind", "page"), Collection(Intake.Name)]
public sealed class DeskTests(IntakeServer server)
{
    public static TheoryData<string> Takers => [Roles.Operator, Roles.CallCentre, Roles.FrontOffice, Roles.VillageDesk, Roles.DistrictWorker];

    [Theory, MemberData(nameof(Takers))]
    public async Task An_officer_writes_down_a_call_and_reads_out_the_code(string role)
    {
        using var visitor = await server.SignedIn(role);
        var page = await visitor.Open("/petugas/lapor");
        Assert.Equal("Catat laporan", page.Title);
        var receipt = await (await page.Form("Simpan laporan").Set("Input.Whom", "neighbour").Set("Input.Problem", "sakit").Set("Input.Story", "Sakit sendirian")
            .Set("Input.Landmark", "dekat pasar").Set("Input.Contact", "0812 9999 1234").Press("Simpan laporan")).Follow();
        Assert.Equal("Bukti laporan", receipt.Title);
        var code = receipt.Document.QuerySelector(".code")!.TextContent;
        Assert.Matches("^BLG-", code);
        await server.Within(async services =>
        {
            var report = await services.GetRequiredService<AppDb>().Set<Report>().SingleAsync(r => r.Code == code.Replace("-", "").Substring(3));
            var act = await services.GetRequiredService<AppDb>().Set<Act>().SingleAsync(a => a.Chain == report.CaseId.Value);
            Assert.Equal(role, act.ActorRole);
            return true;
        });
        using var other = await server.SignedIn(role == Roles.Operator ? Roles.CallCentre : Roles.Operator);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open(receipt.Path)).Status);
    }

    [Theory]
    [InlineData("phone", "telepon")]
    [InlineData("walk-in", "loket")]
    [InlineData("village", "puskesos")]
    public async Task The_list_of_cases_finds_a_report_by_the_way_in_that_its_filter_offers(string way, string offered)
    {
        using var visitor = await server.SignedIn(Roles.Operator);
        var form = (await visitor.Open("/petugas/lapor")).Form("Simpan laporan").Set("Input.Channel", way).Set("Input.Whom", "neighbour").Set("Input.Problem", "sakit");
        var code = (await (await form.Set("Input.Story", "Sakit sendirian").Set("Input.Landmark", "dekat pasar").Set("Input.Contact", "0812 9999 1234").Press("Simpan laporan")).Follow()).Document.QuerySelector(".code")!.TextContent;
        var choices = (await visitor.Open("/petugas/kasus")).Document.QuerySelectorAll("select[name=saluran] option").Select(o => o.GetAttribute("value"));
        Assert.Contains(offered, choices);
        foreach (var choice in choices.Where(c => !string.IsNullOrEmpty(c)))
        {
            var list = await visitor.Open($"/petugas/kasus?saluran={choice}");
            Assert.Equal(choice == offered, list.Document.QuerySelector("tbody")?.TextContent.Contains(code, StringComparison.Ordinal) ?? false);
        }
    }

    [Theory]
    [InlineData(Roles.Planner)]
    [InlineData(Roles.Driver)]
    [InlineData(Roles.Administrator)]
    public async Task Others_may_not(string role)
    {
        using var visitor = await server.SignedIn(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/petugas/lapor")).Status);
    }

    [Fact]
    public async Task Nobody_comes_in_without_signing_in()
    {
        using var visitor = server.Visitor();
        Assert.StartsWith("/masuk", (await visitor.Open("/petugas/lapor")).Location);
        Assert.StartsWith("/masuk", (await visitor.Open($"/petugas/berkas/{Guid.NewGuid()}")).Location);
    }

    [Fact]
    public async Task Errors_stand_at_their_fields_and_nothing_typed_is_lost()
    {
        using var visitor = await server.SignedIn(Roles.Operator);
        var page = await (await visitor.Open("/petugas/lapor")).Form("Simpan laporan").Set("Input.Contact", "12x").Set("Input.Name", "Contoh").Press("Simpan laporan");
        var errors = page.Document.QuerySelector(".errors")!.TextContent;
        foreach (var words in (string[])["Pilih untuk siapa", "Pilih apa yang terjadi", "Ceritakan keadaannya", "Pilih desa", "Tulis nomor HP"]) Assert.Contains(words, errors);
        Assert.Equal("Contoh", page.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.All(page.Document.QuerySelectorAll(".errors a"), a => Assert.NotNull(page.Document.QuerySelector(a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_contact_is_shown_on_demand_and_the_opening_is_written_down()
    {
        using var citizen = server.Visitor();
        var id = Guid.NewGuid();
        await IntakeServer.Post(citizen, IntakeServer.Body(id, b => b["contact"]!["value"] = "0812 7777 6666"));
        using var officer = await server.SignedIn(Roles.Operator);
        var token = (await officer.Open("/petugas/lapor")).Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;
        var page = await officer.Send($"/petugas/kontak-pelapor/{id}", new FormUrlEncodedContent([KeyValuePair.Create("_t", token)]));
        Assert.Contains("+6281277776666", page.Document.Body!.TextContent);
        await server.Within(async services =>
        {
            Assert.Equal(1, await services.GetRequiredService<AppDb>().Set<ReadEntry>().CountAsync(e => e.Subject == id));
            return true;
        });
    }

    [Fact]
    public async Task The_contact_of_a_secret_report_opens_only_to_its_officers()
    {
        using var citizen = server.Visitor();
        var id = Guid.NewGuid();
        await IntakeServer.Post(citizen, IntakeServer.Body(id, b => b["secrecy"] = "secret"));
        foreach (var (role, status) in (IEnumerable<(string, HttpStatusCode)>)[(Roles.Operator, HttpStatusCode.NotFound), (Roles.Manager, HttpStatusCode.OK)])
        {
            using var officer = await server.SignedIn(role);
            var token = (await officer.Open("/petugas/tidak-berhak")).Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;
            Assert.Equal(status, (await officer.Send($"/petugas/kontak-pelapor/{id}", new FormUrlEncodedContent([KeyValuePair.Create("_t", token)]))).Status);
        }
    }

    [Theory]
    [InlineData(Roles.Operator, true)]
    [InlineData(Roles.Manager, true)]
    public async Task The_panel_tells_officers_of_the_case_what_was_reported(string role, bool reveals)
    {
        using var citizen = server.Visitor();
        var id = Guid.NewGuid();
        await IntakeServer.Post(citizen, IntakeServer.Body(id));
        await server.Within(async services =>
        {
            var report = await services.GetRequiredService<AppDb>().Set<Report>().SingleAsync(r => r.Id == new Contracts.ReportId(id));
            var summary = (await services.GetRequiredService<ICases>().Find(report.CaseId, CancellationToken.None))!;
            var viewer = new StaffMember(new StaffId(Guid.NewGuid()), role, "Contoh", new HashSet<string> { role }, [], null, new Dictionary<string, string>());
            var panel = services.GetServices<ICasePanel>().OfType<CasePanel.ReportsPanel>().Single();
            var model = Assert.IsType<CasePanel.ReportsPanelModel>((await panel.For(summary, viewer, CancellationToken.None))!.Model);
            var view = Assert.Single(model.Reports);
            Assert.Equal("0812••••7890", view.MaskedContact);
            Assert.Equal(reveals, model.MayReveal);
            return true;
        });
    }

    [Fact]
    public async Task Officers_of_the_case_see_words_and_photos_and_each_look_is_written_down()
    {
        using var citizen = server.Visitor();
        var (_, sent) = await IntakeServer.Post(citizen, IntakeServer.Body());
        var mine = await citizen.Open((string)sent["link"]!);
        await mine.Form("Kirim keterangan").Set("Words", "Pintunya dikunci").Attach("Files", "a.jpg", "image/jpeg", Reporting.PhotoTests.Jpeg()).Press("Kirim keterangan");
        using var officer = await server.SignedIn(Roles.Operator);
        var page = await officer.Open($"/petugas/kasus/{sent["code"]}");
        Assert.Contains("sudah dua hari tidak makan", page.Text);
        Assert.Contains("Pintunya dikunci", page.Text);
        var source = page.Document.QuerySelector("img[src^='/petugas/berkas/']")!.GetAttribute("src");
        var looks = await Looks();
        var picture = await officer.Http.GetAsync(source);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", picture.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", string.Join(";", picture.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(looks + 1, await Looks());
        using var planner = await server.SignedIn(Roles.Planner);
        Assert.Equal(HttpStatusCode.NotFound, (await planner.Open(source!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await planner.Open($"/petugas/berkas/{Guid.NewGuid()}")).Status);
    }

    private Task<int> Looks() => server.Within(services => services.GetRequiredService<AppDb>().Set<ReadEntry>().CountAsync(e => e.SubjectKind == "photo"));

    [Fact]
    public async Task Photos_of_a_secret_report_stay_with_its_officers()
    {
        using var citizen = server.Visitor();
        var (_, sent) = await IntakeServer.Post(citizen, IntakeServer.Body(change: b => b["secrecy"] = "secret"));
        await (await citizen.Open((string)sent["link"]!)).Form("Kirim keterangan").Attach("Files", "a.jpg", "image/jpeg", Reporting.PhotoTests.Jpeg(9)).Press("Kirim keterangan");
        using var manager = await server.SignedIn(Roles.Manager);
        var page = await manager.Open($"/petugas/kasus/{sent["code"]}");
        Assert.Contains("sudah dua hari tidak makan", page.Text);
        var source = page.Document.QuerySelector("img[src^='/petugas/berkas/']")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await manager.Http.GetAsync(source)).StatusCode);
        using var officer = await server.SignedIn(Roles.Operator);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Open(source)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Open($"/petugas/kasus/{sent["code"]}")).Status);
    }
}
