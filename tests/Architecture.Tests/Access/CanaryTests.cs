using System.Text;
using AngleSharp.Dom;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Npgsql;

namespace Layar.Architecture.Tests.Access;

/// <summary>Twenty canaries of secret reporters: they are met by the manager and the kadis, and by nobody and nothing else.</summary>
[Trait("Kind", "page")]
public sealed class CanaryTests(CanaryHouse house) : IClassFixture<CanaryHouse>
{
    private const int MostPages = 90;

    /// <summary>Canaries of one report: what a search does with one of them it does with the others.</summary>
    private const int OfOneReport = 5;

    [Fact]
    public async Task The_manager_reads_them_so_that_the_search_can_find_what_is_there()
    {
        await house.Plant();
        var read = new StringBuilder();
        foreach (var number in house.Secret) read.Append((await (await house.As(Roles.Manager)).Open($"/petugas/kasus/{number}")).Text);
        foreach (var number in Enumerable.Range(0, 4)) Assert.Contains($"KENARICERITA{number}Q", read.ToString(), StringComparison.Ordinal);
        Assert.Equal(20, house.Canaries.Count);
    }

    [Fact]
    public async Task No_page_export_or_search_of_a_role_without_the_right_shows_one()
    {
        await house.Plant();
        var found = new List<string>();
        foreach (var role in Roles.All.Except([Roles.Manager, Roles.Head]))
        {
            var (pages, sparrow) = await Crawl(role, found);
            Assert.True(pages >= 3, $"{role} met {pages} pages");
            if (role is Roles.Operator or Roles.Supervisor) Assert.True(sparrow, $"{role} did not even meet the open report among {pages} pages");
        }
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Fact]
    public async Task The_code_alone_the_public_pages_and_the_mails_tell_nothing()
    {
        await house.Plant();
        using var stranger = house.Visitor();
        foreach (var number in house.Secret)
            foreach (var path in (string[])[$"/lacak?kode={number}", $"/api/laporan/{number}", "/kinerja", "/", $"/petugas/kasus/{number}"]) Nothing(path, (await stranger.Open(path)).Text);
        await house.Post.Wait("pipit@contoh.id", 1);
        foreach (var mail in house.Post.Mails) Nothing(mail.To, mail.To + mail.Text);
    }

    [Fact]
    public async Task Neither_logs_nor_database_nor_files_nor_backup_hold_one()
    {
        await house.Plant();
        await house.Post.Wait("pipit@contoh.id", 1);
        foreach (var line in house.Log) Nothing("log", line);
        var backup = Path.Combine(house.DataFolder, "keluar.backup");
        var run = await Terminal.Run("backup", backup, "--data", house.DataFolder, "--db", Choice());
        Assert.True(run.Code == 0, run.Said);
        foreach (var file in Directory.GetFiles(house.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("keys", StringComparison.Ordinal))) await InFile(file);
        if (TestDatabase.Kind == DatabaseKind.Postgres) await InTables();
    }

    private string Choice() => house.Services.GetService(typeof(DatabaseChoice)) is DatabaseChoice { Kind: DatabaseKind.Postgres } choice ? "postgres:" + choice.ConnectionString : $"sqlite:{Path.Combine(house.DataFolder, "layar.db")}";

    /// <summary>Follows every link that a role is shown, asks the searches for the canaries, and downloads what can be downloaded.</summary>
    private async Task<(int Pages, bool Sparrow)> Crawl(string role, List<string> found)
    {
        var visitor = await house.As(role);
        var waiting = new Queue<string>(["/petugas", "/petugas/antrean/unduh", "/petugas/kasus/unduh", "/petugas/rujukan/unduh", "/petugas/kasus?tampilan=semua", "/petugas/surat?tampilan=semua", "/petugas/warga"]);
        foreach (var number in house.Secret) waiting.Enqueue($"/petugas/kasus/{number}");
        foreach (var canary in house.Canaries.Take(OfOneReport))
            foreach (var search in (string[])["/petugas/cari?q=", "/petugas/kasus?cari=", "/petugas/antrean?cari="]) waiting.Enqueue(search + Uri.EscapeDataString(canary));
        var (seen, sparrow) = (new HashSet<string>(waiting), false);
        var pages = 0;
        while (waiting.TryDequeue(out var path) && pages < MostPages)
        {
            var page = await visitor.Open(path);
            pages += page.Location is null ? 1 : 0;
            // What a search was asked for stands in its own box again; that is the asker's word, not the house's.
            var shown = path.Contains("q=", StringComparison.Ordinal) || path.Contains("cari=", StringComparison.Ordinal) ? page.Document.QuerySelector(".list, .results, table")?.TextContent ?? "" : page.Text;
            found.AddRange(house.Canaries.Where(c => shown.Contains(c, StringComparison.OrdinalIgnoreCase)).Select(c => $"{role} {path}: {c}"));
            found.AddRange(house.Secret.Where(n => !path.Contains(n, StringComparison.Ordinal) && shown.Contains(n, StringComparison.Ordinal)).Select(n => $"{role} {path}: number of a secret case {n}"));
            sparrow |= page.Text.Contains(CanaryHouse.Sparrow, StringComparison.Ordinal);
            foreach (var link in Links(page).Where(seen.Add)) waiting.Enqueue(link);
        }
        await Candidates(visitor, role, found);
        return (pages, sparrow);
    }

    private static IEnumerable<string> Links(Page page) => (page.Location is { } to ? [to] : page.Document.QuerySelectorAll("a[href], img[src]").Select(a => a.GetAttribute("href") ?? a.GetAttribute("src")!))
        .Select(h => h.Split('#')[0]).Where(h => h.StartsWith("/petugas", StringComparison.Ordinal) && !h.Contains("bahasa=", StringComparison.Ordinal));

    /// <summary>The box that names persons while an officer types.</summary>
    private async Task Candidates(Visitor visitor, string role, List<string> found)
    {
        var list = await visitor.Open("/petugas/warga");
        if (list.Status != System.Net.HttpStatusCode.OK) return;
        var token = list.Document.QuerySelector("input[name=_t]")!.GetAttribute("value")!;
        foreach (var canary in house.Canaries.Take(OfOneReport))
        {
            var answer = await visitor.Send("/petugas/warga?handler=Kandidat", new FormUrlEncodedContent([new("_t", token), new("Typed", canary), new("Purpose", "uji")]));
            if (answer.Text.Contains(canary, StringComparison.OrdinalIgnoreCase)) found.Add($"{role} candidates: {canary}");
        }
    }

    private void Nothing(string where, string text)
    {
        foreach (var canary in house.Canaries) Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{canary} in {where}: {text[..Math.Min(300, text.Length)]}");
    }

    private async Task InFile(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        foreach (var canary in house.Canaries) Assert.True(memory.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) < 0, $"{canary} in {Path.GetFileName(file)}");
    }

    private async Task InTables()
    {
        await using var open = new NpgsqlConnection(Choice()["postgres:".Length..]);
        await open.OpenAsync();
        var tables = new List<string>();
        await using (var ask = new NpgsqlCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'", open))
        await using (var rows = await ask.ExecuteReaderAsync())
            while (await rows.ReadAsync()) tables.Add(rows.GetString(0));
        Assert.True(tables.Count > 30);
        foreach (var table in tables)
            foreach (var canary in house.Canaries)
            {
                await using var ask = new NpgsqlCommand($"SELECT COUNT(*) FROM \"{table}\" t WHERE t::text ILIKE @canary OR t::text ILIKE @bytes", open);
                ask.Parameters.AddWithValue("canary", $"%{canary}%");
                ask.Parameters.AddWithValue("bytes", $"%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(canary))}%");
                Assert.True((long)(await ask.ExecuteScalarAsync())! == 0, $"{canary} in {table}");
            }
    }
}
