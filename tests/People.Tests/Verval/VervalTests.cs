using System.Net;
using System.Text;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Sheets;
using Layar.People.Contracts;
using Layar.People.Facts;
using Layar.People.Registry.Reading;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Undoing;
using Layar.People.Verval;
using Layar.Testing;
using Layar.Testing.Invented;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Verval;

/// <summary>A cycle from the planner's list to the file for SIKS-NG.</summary>
[Trait("Kind", "page"), Collection(PeopleHouse.Name)]
public sealed class VervalTests(PeopleServer server)
{
    private static readonly byte[] Scan = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();

    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_family_whose_village_nobody_knows_stands_in_a_list_of_its_own_for_who_works_everywhere()
    {
        var verval = await server.Verval(2, first: 4600);
        var import = new RegistryImportId(verval.Import);
        await server.Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var family = new RegistryRowId(verval.Family);
            await db.Set<RegistryFamilyRow>().Where(f => f.Id == family).ExecuteUpdateAsync(f => f.SetProperty(x => x.Village, (string?)null));
            return true;
        });
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var input = new CycleInput { Name = "Verval tanpa desa", Release = import.Value, Unit = VervalUnit.Household, Starts = today, Ends = today.AddDays(9), LegalBasis = "Surat tugas uji" };
        var cycle = (await server.Within(s => s.GetRequiredService<OpenCycle>().Do(input, new Kernel.Acts.Actor(null, "Perencana", "perencana"), CancellationToken.None))).Match(id => id.Value, why => throw new InvalidOperationException(why.Code));
        var path = $"/petugas/warga/verval/{cycle}";
        Assert.Contains("Desa belum diketahui", (await (await server.As(Roles.Planner)).Open(path)).Words());
        var list = await (await server.As(Roles.Supervisor)).Open($"{path}/desa/{VervalVillage.Unknown}");
        Assert.Equal("Desa belum diketahui", list.Title);
        Assert.Single(list.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("Kepala keluarga", (await (await server.As(Roles.Supervisor)).Open($"{path}/cek/{verval.Family}")).Words());
        await server.TakeBack(verval);
    }

    [Fact]
    public async Task What_was_found_at_home_becomes_a_proposal_that_goes_through_four_hands()
    {
        var verval = await server.Verval(3, first: 4000);
        var desk = await server.As(Roles.VillageDesk);
        var path = $"/petugas/warga/verval/{verval.Cycle}";
        var list = await desk.Open($"{path}/desa/{VervalBuilder.Village}");
        Assert.Equal(3, list.Document.QuerySelectorAll("tbody tr").Length);
        var house = await desk.Open($"{path}/cek/{verval.Family}");
        Assert.Contains("Kepala keluarga", house.Words());
        var person = await desk.Open($"{path}/cek/{verval.Family}/orang/{verval.Member}");
        Assert.Contains("6311••••••••", Masked(person));
        await person.Form("Simpan hasil cek").Set("Input.Outcome", "Found").Set("Facts.Address", "Jl. Baru 5").Set("PapersSeen", "true").Press("Simpan hasil cek");
        await house.Form("Simpan hasil cek").Set("Input.Outcome", "Found").Press("Simpan hasil cek");
        Assert.Contains("1 dari 3", (await desk.Open($"{path}/desa/{VervalBuilder.Village}")).Words());

        var facts = await Facts(verval.Member);
        Assert.Equal("Jl. Baru 5", Assert.Single(facts, f => f is { Field: "address", Source: "verval" }).Value);
        Assert.Equal("JL. DESA NO. 1", Assert.Single(facts, f => f is { Field: "address", Source: "desa" }).Value);
        Assert.All(facts.Where(f => f.Source == "verval"), f => Assert.NotNull(f.CheckedBy));
        Assert.Contains(facts, f => f is { Field: "nik", Source: "verval" });

        person = await desk.Open($"{path}/cek/{verval.Family}/orang/{verval.Member}");
        var propose = await desk.Open(person.Document.QuerySelectorAll("a").Single(a => a.TextContent.Contains("usulkan perbaikan")).GetAttribute("href")!);
        var one = await propose.Form("Simpan usulan").Set("Input.Reason", "Pindah rumah dalam desa").Press("Simpan usulan");
        var proposal = one.Location!.Split('/')[^1];
        await Decide(desk, verval, proposal, path);
        Assert.Contains("Petugas lain yang memeriksa", await Refused(verval, proposal));

        var supervisor = await server.As(Roles.Supervisor);
        var done = await (await supervisor.Open($"{path}/usulan/{proposal}")).Form("Setujui").Press("Setujui");
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var planner = await server.As(Roles.Planner);
        var sent = await (await (await planner.Open($"{path}/usulan")).Form("Buat berkas").Press("Buat berkas")).Follow();
        var file = await planner.Open(sent.Document.QuerySelectorAll("a[href*='handler=Berkas']").Single(a => a.TextContent == "Unduh CSV").GetAttribute("href")!);
        var lines = file.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("nomor_induk_kependudukan;nomor_kartu_keluarga;nama;", lines[0]);
        Assert.Contains($"'{InventedRelease.Nik(4000)}", lines[1]);
        Assert.Contains(";PERBAIKAN;address;", lines[1]);
        Assert.EndsWith(";BA/7/2026;1;village/2026-09-30", lines[1]);
        var book = await planner.Http.GetAsync(sent.Document.QuerySelectorAll("a[href*='handler=Berkas']").Single(a => a.TextContent == "Unduh Excel (.xlsx)").GetAttribute("href"));
        Assert.Equal(XlsxSheet.MediaType, book.Content.Headers.ContentType!.MediaType);
        using var workbook = Workbook.Open(await book.Content.ReadAsStreamAsync(), "usulan.xlsx", server.DataFolder);
        using var rows = workbook.Rows(0);
        Assert.True(rows.Read());
        Assert.Equal(lines[0].Split(';'), Enumerable.Range(0, rows.Columns).Select(c => rows[c].ToString()));
        Assert.True(rows.Read());
        Assert.Equal((InventedRelease.Nik(4000), "PERBAIKAN"), (rows[0].ToString(), rows[lines[0].Split(';').ToList().IndexOf("jenis_usulan")].ToString()));
        Assert.False(rows.Read());
        Assert.NotEmpty(await server.Reads(await Export(proposal), "verval-export"));
        Assert.Equal(["VervalProposed", "VervalAgreed", "VervalVerified"], (await server.ActsOf(new PersonId(Guid.Parse(proposal)))).Select(a => a.Kind));
    }

    [Fact]
    public async Task A_seeded_sample_is_drawn_alike_twice_and_somebody_of_another_village_sees_none_of_it()
    {
        var verval = await server.Verval(9, first: 4100, sample: 4);
        var drawn = await Drawn(verval.Cycle);
        Assert.Equal(4, drawn.Count);
        var again = await Again(verval.Import, 7);
        Assert.Equal(drawn, await Drawn(again));
        Assert.NotEqual(drawn, await Drawn(await Again(verval.Import, 8)));
        var stranger = await server.Member(Roles.VillageDesk, ["63.11.01.2003"]);
        Assert.False(stranger.MaySeeArea(VervalBuilder.Village));
        var planner = await server.As(Roles.Planner);
        Assert.Equal(HttpStatusCode.Forbidden, (await planner.Open($"/petugas/warga/verval/{verval.Cycle}/desa/{VervalBuilder.Village}")).Status);
        Assert.Contains("0%", (await planner.Open($"/petugas/warga/verval/{verval.Cycle}")).Words());
    }

    [Fact]
    public async Task A_release_under_verification_is_not_taken_back_and_a_closed_cycle_takes_no_checks()
    {
        var verval = await server.Verval(1, first: 4200);
        var planner = await server.Member(Roles.Planner);
        var refused = await server.Within(s => s.GetRequiredService<UndoImport>().Run(new RegistryImportId(verval.Import), "salah", planner.As(VervalRoles.Openers), CancellationToken.None));
        Assert.Equal("people.verval.refused.running", refused.Refusal!.Code);
        var page = await (await server.As(Roles.Planner)).Open($"/petugas/warga/verval/{verval.Cycle}");
        await page.Form("Tutup putaran").Press("Tutup putaran");
        var desk = await server.As(Roles.VillageDesk);
        Assert.Empty((await desk.Open($"/petugas/warga/verval/{verval.Cycle}/cek/{verval.Family}")).Document.QuerySelectorAll("input[name='Input.Outcome']"));
        Assert.Equal(HttpStatusCode.OK, (await desk.Open($"/petugas/warga/verval/{verval.Cycle}/desa/{VervalBuilder.Village}/cetak")).Status);
    }

    [Fact]
    public async Task A_planner_opens_a_cycle_on_the_page_and_is_told_what_is_missing()
    {
        await server.Verval(1, first: 4300);
        var planner = await server.As(Roles.Planner);
        var form = (await planner.Open("/petugas/warga/verval/buka")).Form("Buka putaran");
        var wrong = await form.Set("Input.Name", "Triwulan IV").Set("Input.Sample", "0").Press("Buka putaran");
        Assert.Contains("Pilih rilis yang berlaku.", wrong.Errors);
        var opened = await wrong.Form("Buka putaran").Set("Input.Release", wrong.Form("Buka putaran").Option("Input.Release")).Set("Input.Sample", "").Set("Input.LegalBasis", "Surat tugas 1").Press("Buka putaran");
        Assert.Equal("Triwulan IV", (await opened.Follow()).Title);
    }

    [Fact]
    public async Task A_button_pressed_twice_makes_one_person_one_look_and_one_proposal()
    {
        var verval = await server.Verval(2, first: 4800);
        var desk = await server.As(Roles.VillageDesk);
        var path = $"/petugas/warga/verval/{verval.Cycle}";
        var form = (await desk.Open($"{path}/cek/{verval.Family}/orang/{verval.Member}")).Form("Simpan hasil cek").Set("Input.Outcome", "Found").Set("PapersSeen", "true");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.Press("Simpan hasil cek")));
        var house = (await desk.Open($"{path}/cek/{verval.Family}")).Form("Simpan hasil cek").Set("Input.Outcome", "Found");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.Press("Simpan hasil cek")));
        Assert.Contains("1 dari 2", (await desk.Open($"{path}/desa/{VervalBuilder.Village}")).Words());
        var member = new RegistryRowId(verval.Member);
        var persons = await server.Within(s => s.GetRequiredService<AppDb>().Set<VervalCheck>().Where(c => c.MemberId == member).Select(c => c.PersonId).Distinct().ToListAsync());
        var person = Assert.Single(persons)!.Value;
        var proposal = (await desk.Open($"{path}/usul?desa={VervalBuilder.Village}&orang={person.Value}&baris={verval.Member}")).Form("Simpan usulan")
            .Set("Input.Kind", "Remove").Set("Input.Reason", "Pindah ke luar desa").Set("Input.Evidence", "foto-rumah");
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => proposal.Press("Simpan usulan")));
        Assert.Single(pages, p => p.Status == HttpStatusCode.Redirect);
        Assert.Equal(1, await server.Within(s => s.GetRequiredService<AppDb>().Set<VervalProposal>().CountAsync(p => p.PersonId == person)));
    }

    [Fact]
    public async Task An_objection_needs_a_picture_and_somebody_in_the_release_is_not_added()
    {
        var verval = await server.Verval(1, first: 4400);
        var desk = await server.As(Roles.VillageDesk);
        var person = await server.Person(new PersonFacts { Name = "Sudah Ada", Nik = InventedRelease.Nik(4401), Area = VervalBuilder.Village });
        var path = $"/petugas/warga/verval/{verval.Cycle}/usul?desa={VervalBuilder.Village}&orang={person.Value}";
        async Task<string> Errors(string kind) => string.Join(' ', (await (await desk.Open(path)).Form("Simpan usulan").Set("Input.Kind", kind).Set("Input.Reason", "Rumahnya besar").Set("Input.Evidence", "foto-rumah").Press("Simpan usulan")).Errors);
        Assert.Contains("Sanggah perlu foto", await Errors("Object"));
        Assert.Contains("sudah ada di rilis", await Errors("Add"));
        Assert.Contains("Pilih data yang diperbaiki", await Errors("Correct"));
    }

    [Fact]
    public async Task What_the_village_refuses_or_the_supervisor_declines_does_not_go_on_and_a_proved_objection_and_an_addition_do()
    {
        var verval = await server.Verval(4, first: 5000);
        var (desk, path) = (await server.As(Roles.VillageDesk), $"/petugas/warga/verval/{verval.Cycle}");
        var objected = await Propose("Object", InventedRelease.Nik(5000), "rumah.png", Picture);
        var added = await Propose("Add", InventedRelease.Nik(5900));
        var declined = await Propose("Remove", InventedRelease.Nik(5002));
        var refused = await Propose("Add", InventedRelease.Nik(5901));
        var meeting = await desk.Open($"{path}/desa/{VervalBuilder.Village}/musdes");
        var form = meeting.Form("Simpan hasil musyawarah").Set("Input.MinutesNumber", "BA/8/2026").Attach("Scan", "ba.pdf", "application/pdf", Scan);
        var listed = meeting.Document.QuerySelectorAll("input[name$='.Id']").Select(i => i.GetAttribute("value")!).ToList();
        foreach (var one in new[] { objected, added, declined }) form.Set($"Input.Decisions[{listed.IndexOf(one)}].Verdict", "setuju");
        form.Set($"Input.Decisions[{listed.IndexOf(refused)}].Verdict", "tolak").Set($"Input.Decisions[{listed.IndexOf(refused)}].Answer", "Bukan warga desa ini");
        Assert.Equal(HttpStatusCode.Redirect, (await form.Press("Simpan hasil musyawarah")).Status);

        var supervisor = await server.As(Roles.Supervisor);
        Assert.Contains("Bukan warga desa ini", (await supervisor.Open($"{path}/usulan/{refused}")).Words());
        Assert.Empty((await supervisor.Open($"{path}/usulan/{refused}")).Document.QuerySelectorAll("button[name=Proven]"));
        var proof = await supervisor.Http.GetAsync((await supervisor.Open($"{path}/usulan/{objected}")).Document.QuerySelector("a[href*='handler=Bukti']")!.GetAttribute("href"));
        Assert.Equal("image/png", proof.Content.Headers.ContentType!.MediaType);
        foreach (var one in new[] { objected, added }) Assert.Equal(HttpStatusCode.Redirect, (await (await supervisor.Open($"{path}/usulan/{one}")).Form("Setujui").Press("Setujui")).Status);
        var without = await (await supervisor.Open($"{path}/usulan/{declined}")).Form("Setujui").Press("Tolak");
        Assert.Contains("Tulis alasannya", string.Join(' ', without.Errors));
        Assert.Equal(HttpStatusCode.Redirect, (await without.Form("Setujui").Set("Answer", "Masih tinggal di desa").Press("Tolak")).Status);

        var planner = await server.As(Roles.Planner);
        var sent = await (await (await planner.Open($"{path}/usulan")).Form("Buat berkas").Press("Buat berkas")).Follow();
        var file = await planner.Open(sent.Document.QuerySelectorAll("a[href*='handler=Berkas']").Single(a => a.TextContent == "Unduh CSV").GetAttribute("href")!);
        var rows = file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal(["SANGGAH", "USUL"], rows.Select(r => r.Split(';').Single(c => c is "SANGGAH" or "USUL" or "PENONAKTIFAN")).Order(StringComparer.Ordinal));
        Assert.Equal(["VervalProposed", "VervalAgreed", "VervalDeclined"], (await server.ActsOf(new PersonId(Guid.Parse(declined)))).Select(a => a.Kind));
        Assert.Equal(["VervalProposed", "VervalRefused"], (await server.ActsOf(new PersonId(Guid.Parse(refused)))).Select(a => a.Kind));

        async Task<string> Propose(string kind, string nik, string? photo = null, byte[]? bytes = null)
        {
            var person = await server.Person(new PersonFacts { Name = $"Usul {kind} Contoh", Nik = nik, Area = VervalBuilder.Village });
            var proposal = (await desk.Open($"{path}/usul?desa={VervalBuilder.Village}&orang={person.Value}")).Form("Simpan usulan").Set("Input.Kind", kind).Set("Input.Reason", "Menurut keadaan rumahnya").Set("Input.Evidence", "foto-rumah");
            if (photo is not null) proposal = proposal.Attach("File", photo, "image/png", bytes!);
            var saved = await proposal.Press("Simpan usulan");
            Assert.True(saved.Status == HttpStatusCode.Redirect, string.Join(' ', saved.Errors));
            return saved.Location!.Split('/')[^1];
        }
    }

    [Fact]
    public async Task A_cycle_by_person_lists_everybody_and_not_only_the_families()
    {
        var verval = await server.Verval(3, first: 5200);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var input = new CycleInput { Name = "Verval orang", Release = verval.Import, Unit = VervalUnit.Person, Starts = today, Ends = today.AddDays(9), LegalBasis = "Surat tugas uji" };
        var cycle = (await server.Within(s => s.GetRequiredService<OpenCycle>().Do(input, new Kernel.Acts.Actor(null, "Perencana", "perencana"), CancellationToken.None))).Match(id => id.Value, why => throw new InvalidOperationException(why.Code));
        var (desk, path) = (await server.As(Roles.VillageDesk), $"/petugas/warga/verval/{cycle}");
        var list = await desk.Open($"{path}/desa/{VervalBuilder.Village}");
        Assert.Equal(6, list.Document.QuerySelectorAll("tbody tr").Length);
        var check = await desk.Open(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.Redirect, (await check.Form("Simpan hasil cek").Set("Input.Outcome", "Found").Press("Simpan hasil cek")).Status);
        Assert.Contains("1 dari 6", (await desk.Open($"{path}/desa/{VervalBuilder.Village}")).Words());
    }

    [Fact]
    public async Task Each_fault_of_a_proposal_and_of_a_deliberation_leads_to_its_field()
    {
        var verval = await server.Verval(1, first: 4700);
        var desk = await server.As(Roles.VillageDesk);
        var person = await server.Person(new PersonFacts { Name = "Belum Diusulkan", Nik = InventedRelease.Nik(4701), Area = VervalBuilder.Village });
        var path = $"/petugas/warga/verval/{verval.Cycle}";
        var proposal = (await desk.Open($"{path}/usul?desa={VervalBuilder.Village}&orang={person.Value}")).Form("Simpan usulan").Set("Input.Kind", "Object").Set("Input.Reason", "").Set("Input.Evidence", "foto-rumah");
        Assert.Equal(["File", "Input.Reason"], Faulty(await proposal.Press("Simpan usulan")));
        await (await desk.Open($"{path}/usul?desa={VervalBuilder.Village}&orang={person.Value}")).Form("Simpan usulan").Set("Input.Kind", "Add").Set("Input.Reason", "Rumah tidak layak").Set("Input.Evidence", "foto-rumah").Press("Simpan usulan");
        var meeting = (await desk.Open($"{path}/desa/{VervalBuilder.Village}/musdes")).Form("Simpan hasil musyawarah").Set("Input.HeldOn", "").Set("Input.Decisions[0].Verdict", "tolak");
        Assert.Equal(["Input.Decisions[0].Answer", "Input.HeldOn", "Input.MinutesNumber", "Scan"], Faulty(await meeting.Press("Simpan hasil musyawarah")));
    }

    /// <summary>The names of the fields that the summary of faults leads to.</summary>
    private static IReadOnlyList<string> Faulty(Page page) =>
        [.. page.Document.QuerySelectorAll(".errors a").Select(a => page.Document.QuerySelector(a.GetAttribute("href")!)).Select(e => e?.GetAttribute("name") ?? e?.QuerySelector("[name]")?.GetAttribute("name") ?? "nowhere").Order(StringComparer.Ordinal)];

    private static string Masked(Page page) => page.Text.Replace(InventedRelease.Nik(4000)[..4], "6311", StringComparison.Ordinal);

    private static async Task Decide(Visitor desk, OpenedVerval verval, string proposal, string path)
    {
        var page = await desk.Open($"{path}/desa/{VervalBuilder.Village}/musdes");
        var form = page.Form("Simpan hasil musyawarah").Set("Input.MinutesNumber", "BA/7/2026").Attach("Scan", "ba.pdf", "application/pdf", Scan);
        var index = page.Document.QuerySelectorAll("input[name$='.Id']").Select(i => i.GetAttribute("value")).ToList().IndexOf(proposal);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Set($"Input.Decisions[{index}].Verdict", "setuju").Press("Simpan hasil musyawarah")).Status);
    }

    /// <summary>What the drafter is told who would also verify.</summary>
    private Task<string> Refused(OpenedVerval verval, string id) => server.Within(async s =>
    {
        var proposal = await s.GetRequiredService<AppDb>().Set<VervalProposal>().SingleAsync(p => p.Id == new VervalProposalId(Guid.Parse(id)));
        var member = (await server.Member(Roles.VillageDesk)) with { Roles = new HashSet<string> { Roles.VillageDesk, Roles.Supervisor } };
        var refusal = (await s.GetRequiredService<VerifyProposal>().Do(proposal.Id, proposal.Version, true, null, member, CancellationToken.None)).Refusal!;
        return s.GetRequiredService<Layar.Kernel.Texts.TextCatalogue>()[refusal.Code];
    });

    private Task<List<PersonFact>> Facts(Guid row) => server.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var person = (await db.Set<VervalCheck>().Where(c => c.MemberId == new RegistryRowId(row)).Select(c => c.PersonId).FirstAsync())!.Value;
        return await db.Set<PersonFact>().Where(f => f.PersonId == person).ToListAsync();
    });

    private Task<Guid> Export(string proposal) => server.Within(s => s.GetRequiredService<AppDb>().Set<VervalProposal>().Where(p => p.Id == new VervalProposalId(Guid.Parse(proposal))).Select(p => p.ExportId!.Value).SingleAsync());

    private Task<List<RegistryRowId>> Drawn(Guid cycle) => server.Within(s => s.GetRequiredService<AppDb>().Set<VervalTarget>().Where(t => t.CycleId == new VervalCycleId(cycle)).OrderBy(t => t.Position).Select(t => t.RowId).ToListAsync());

    private Task<Guid> Again(Guid import, int seed) => server.Within(async s =>
    {
        var planner = await server.Member(Roles.Planner);
        var input = new CycleInput { Name = "Lagi", Release = import, Unit = VervalUnit.Household, Sample = 4, Seed = seed, Starts = new DateOnly(2026, 1, 1), Ends = new DateOnly(2026, 2, 1), LegalBasis = "Uji" };
        return (await s.GetRequiredService<OpenCycle>().Do(input, planner.As(VervalRoles.Openers), CancellationToken.None)).Match(id => id.Value, why => throw new InvalidOperationException(why.Code));
    });
}
