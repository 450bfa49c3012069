using System.Net;
using System.Text;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Registry.Releases;
using Layar.Testing;
using Layar.Testing.Invented;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Tests.Registry;

/// <summary>The planner's pages, without a script.</summary>
[Trait("Kind", "page"), Collection(RegistryHouse.Name)]
public sealed class WizardTests(RegistryServer server)
{
    [Fact]
    public async Task A_planner_uploads_looks_tries_commits_and_takes_back()
    {
        using var planner = await server.SignedIn(Roles.Planner);
        var release = new InventedRelease(150) { Year = 2022 };
        var persons = Bytes(InventedRelease.PersonHeader, release.PersonRows().Select((r, i) => i == 33 ? ["=HYPERLINK(\"http://x\")", .. r[1..]] : r));
        var columns = await Upload(planner, "2022-06-30", ("individu.csv", persons), ("keluarga.csv", Bytes(InventedRelease.FamilyHeader, release.FamilyRows())));
        Assert.Equal("Periksa kolom", columns.Title);
        Assert.Contains("6311••••••••", columns.Text.Replace("6301", "6311", StringComparison.Ordinal));
        var tried = await Ready(await columns.Form("Mulai uji coba").Press("Mulai uji coba"));
        Assert.Contains("149", tried.Document.QuerySelector(".metrics")!.TextContent);
        Assert.Equal(["NIK berupa rumus"], tried.Document.QuerySelectorAll("#masalah tbody th").Select(e => e.TextContent));
        var rows = await planner.Open(tried.Document.QuerySelector("#masalah a")!.GetAttribute("href")!);
        Assert.Contains("individu.csv;A35;NIK berupa rumus;\"'=HYPERLINK(", rows.Text);

        var committed = await (await tried.Form("Berlakukan rilis").Press("Berlakukan rilis")).Follow();
        Assert.Contains("Rilis berlaku.", committed.Text);
        Assert.NotNull(await server.Ask(r => r.Person(InventedRelease.Nik(3), CancellationToken.None)));
        Assert.Contains("Alasan", string.Join(' ', (await committed.Form("Tarik kembali").Press("Tarik kembali")).Document.QuerySelectorAll(".errors a").Select(e => e.TextContent)), StringComparison.OrdinalIgnoreCase);
        var undone = await (await committed.Form("Tarik kembali").Set("Reason", "salah tanggal").Press("Tarik kembali")).Follow();
        Assert.Contains("Ditarik kembali", undone.Text);
        Assert.Null(await server.Ask(r => r.Person(InventedRelease.Nik(3), CancellationToken.None)));
        var id = Guid.Parse(undone.Path.Split('/')[^1]);
        Assert.Equal(["RegistryUploaded", "RegistryMappingSaved", "RegistryCommitted", "RegistryUndone"],
            await server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().Where(a => a.Chain == id).OrderBy(a => a.Seq).Select(a => a.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Each_movement_since_the_release_before_can_be_downloaded_and_the_page_shows_every_village()
    {
        using var planner = await server.SignedIn(Roles.Planner);
        var (before, now) = (new InventedRelease(200), new InventedRelease(200) { DecileMovesEvery = 10 });
        var first = await server.Try(RegistryKind.Dtsen, new(2018, 3, 31), Csv(before, "keluarga.csv", InventedRelease.FamilyHeader, before.FamilyRows()), Csv(before, "individu.csv", InventedRelease.PersonHeader, before.PersonRows()));
        Assert.True((await server.Commit(first)).IsDone);
        var second = await server.Try(RegistryKind.Dtsen, new(2018, 6, 30), Csv(now, "keluarga.csv", InventedRelease.FamilyHeader, now.FamilyRows()),
            Csv(now, "individu.csv", InventedRelease.PersonHeader, now.PersonRows().Where((_, i) => i != 5).Select((r, i) => i == 7 ? [r[0], InventedRelease.Card(1), .. r[2..]] : r).Append([InventedRelease.Nik(900), .. now.PersonRows().First()[1..]])));
        var movement = second.Result().Movement!;
        var page = await planner.Open($"/petugas/warga/registri/{second.Id.Value}");
        foreach (var (kind, count) in new[] { ("masuk", movement.Entered), ("keluar", movement.Left), ("tetap", movement.Stayed), ("desil", movement.ChangedDecile), ("kk", movement.MovedCard) })
        {
            Assert.True(count > 0, kind);
            var list = await planner.Open(page.Document.QuerySelectorAll("a[href*='handler=pergerakan']").Select(a => a.GetAttribute("href")!).Single(h => h.EndsWith("jenis=" + kind, StringComparison.Ordinal)));
            Assert.Equal((kind, count + 1), (kind, list.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length));
            Assert.DoesNotContain(InventedRelease.Nik(900), list.Text);
        }
        var villages = page.Document.QuerySelectorAll("table").Last().QuerySelectorAll("tbody tr");
        Assert.Equal(now.PersonRows().Select((_, i) => InventedRelease.VillageOf(InventedRelease.FamilyOf(i))).Distinct().Count(), villages.Length);
        await server.Undo(second);
        await server.Undo(first);

        string Csv(InventedRelease _, string name, string[] header, IEnumerable<string[]> rows) => InventedRelease.Csv(server.File(name), header, rows);
    }

    [Fact]
    public async Task Each_choice_of_a_meaning_says_which_column_of_the_file_it_is_and_what_stands_in_it()
    {
        using var planner = await server.SignedIn(Roles.Planner);
        string[] header = ["NIK", "Nama Lengkap", "Catatan", "Desa"];
        var columns = await Upload(planner, "2022-05-31", ("label.csv", Bytes(header, [[InventedRelease.Nik(1), "AMINAH", "", "Tabuan"], [InventedRelease.Nik(2), "RUSMINI", "", "Halong"]])));
        var labels = columns.Document.QuerySelectorAll("select[name^='Tables[0].Fields']").Select(s => columns.Document.QuerySelector($"label[for='{s.Id}']")!.TextContent.Trim()).ToList();
        Assert.Equal($"Arti kolom A NIK, contoh isi: {InventedRelease.Nik(1)[..4]}••••••••", labels[0]);
        Assert.Equal(["Arti kolom B Nama Lengkap, contoh isi: AMINAH", "Arti kolom C Catatan, contoh isi: tidak ada", "Arti kolom D Desa, contoh isi: Tabuan"], labels[1..]);
        Assert.Contains("Meaning of column B Nama Lengkap, sample: AMINAH", (await planner.Open(columns.Path + "?bahasa=en")).Text);
        await planner.Open(columns.Path + "?bahasa=id");
    }

    [Fact]
    public async Task While_a_file_is_read_the_page_shows_how_far_how_fast_and_how_long_still()
    {
        using var planner = await server.SignedIn(Roles.Planner);
        var import = await server.CutOff(InventedRelease.Csv(server.File("individu.csv"), InventedRelease.PersonHeader, new InventedRelease(3).PersonRows()), new DateOnly(2019, 3, 31), minutes: 0);
        var started = DateTime.UtcNow.AddSeconds(-100);
        await server.Within(s => s.GetRequiredService<AppDb>().Set<RegistryImport>().Where(i => i.Id == import.Id)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.BytesTotal, 1000).SetProperty(x => x.BytesDone, 250).SetProperty(x => x.RowsDone, 50_000).SetProperty(x => x.StartedAt, started)));
        var moving = (await planner.Open($"/petugas/warga/registri/{import.Id.Value}")).Document.QuerySelector("#kemajuan[data-moving=yes]")!.TextContent;
        Assert.Contains("50.000 baris dibaca (25%)", moving);
        Assert.Matches(@"(500|49\d|48\d) baris per detik", moving);
        Assert.Matches(@"Sisa waktu kira-kira 5 mnt", moving);
        await server.Undo(import);
    }

    [Fact]
    public async Task A_corrected_mapping_is_remembered_for_the_next_file_with_this_header()
    {
        using var planner = await server.SignedIn(Roles.Administrator);
        string[] header = ["Nomor Identitas Warga", "Sebutan", "Kampung"];
        var columns = await Upload(planner, "2022-07-31", ("rt.csv", Bytes(header, [[InventedRelease.Nik(1), "AMINAH", "Tabuan"]])));
        var form = columns.Form("Mulai uji coba").Set("Tables[0].Kind", "Person").Set("Tables[0].Fields[0]", "nik").Set("Tables[0].Fields[1]", "name").Set("Tables[0].Fields[2]", "village_name");
        var tried = await Ready(await form.Press("Mulai uji coba"));
        Assert.Contains("Uji coba selesai", tried.Text);
        Assert.Contains("Rilis yang berlaku tidak berubah", tried.Text);
        await tried.Form("Buang").Set("Reason", "hanya mencoba").Press("Buang");
        var again = await Upload(planner, "2022-08-31", ("rt2.csv", Bytes(header, [[InventedRelease.Nik(2), "RUSMINI", "Tabuan"]])));
        Assert.Equal("nik", again.Document.QuerySelector("[name='Tables[0].Fields[0]'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_at_the_upload_in_plain_words()
    {
        using var planner = await server.SignedIn(Roles.Planner);
        var page = await Upload(planner, "", ("kunci.xlsx", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[700], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Contains("dikunci kata sandi", string.Join(' ', page.Errors));
        Assert.Contains("Pilih sedikitnya satu berkas", string.Join(' ', (await Upload(planner, "")).Errors));
        Assert.Empty(Directory.Exists(Path.Combine(server.DataFolder, "registry")) ? Directory.GetFiles(Path.Combine(server.DataFolder, "registry")).Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0) : []);
    }

    [Fact]
    public async Task An_upload_without_a_token_is_not_taken()
    {
        using var planner = await server.SignedIn(Roles.Planner);
        var content = new MultipartFormDataContent { { new ByteArrayContent(Bytes(["nik", "nama"], [])), "Files", "x.csv" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.Send("/petugas/warga/registri/unggah", content)).Status);
    }

    internal static async Task<Page> Upload(Visitor planner, string asOf, params (string Name, byte[] Bytes)[] files)
    {
        var form = (await planner.Open("/petugas/warga/registri/unggah")).Form("Unggah").Set("asOf", asOf);
        foreach (var (name, bytes) in files) form.Attach("Files", name, "text/csv", bytes);
        return await (await form.Press("Unggah")).Follow();
    }

    /// <summary>The page as it reads once the job is done.</summary>
    private static async Task<Page> Ready(Page sent)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var page = await sent.Follow(); ; page = await page.Visitor.Open(page.Path))
        {
            if (page.Document.QuerySelector("#kemajuan")?.GetAttribute("data-moving") != "yes") return page;
            await Task.Delay(200, patience.Token);
        }
    }

    private static byte[] Bytes(string[] header, IEnumerable<string[]> rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header).Select(r => string.Join(';', r.Select(c => c.Contains('"') ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)))));
}
