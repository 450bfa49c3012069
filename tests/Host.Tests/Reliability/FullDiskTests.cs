using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Kernel.Data;
using Layar.Testing;

namespace Layar.Host.Tests.Reliability;

/// <summary>
/// The real program on a disk that is full: what it answered stays, what it cannot keep it says in Indonesian, and when there is room again it goes on
/// by itself. On SQLite the size of its files is limited from outside, as a quota does; on PostgreSQL the server says that its disk is full.
/// </summary>
[Trait("Kind", "slice")]
public sealed class FullDiskTests : IAsyncLifetime
{
    private LiveProgram program = null!;

    public async ValueTask InitializeAsync()
    {
        program = await LiveProgram.New();
        await program.Start();
    }

    [Fact]
    public async Task Nothing_answered_is_lost_and_room_is_used_again_by_itself()
    {
        using var http = program.Http();
        var kept = new Dictionary<Guid, string>();
        for (var i = 0; i < 20; i++) kept.Add(Guid.CreateVersion7(), "");
        foreach (var id in kept.Keys.ToList()) kept[id] = await Accepted(http, id);
        await Fill();
        var refused = new List<Guid>();
        for (var i = 0; i < 400 && refused.Count < 3; i++)
        {
            var id = Guid.CreateVersion7();
            using var answer = await http.PostAsJsonAsync("/api/laporan", Body(id));
            if (answer.IsSuccessStatusCode) kept[id] = Code(await answer.Content.ReadAsStringAsync());
            else
            {
                refused.Add(id);
                var said = await answer.Content.ReadAsStringAsync();
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Contains("Penyimpanan penuh", said, StringComparison.Ordinal);
                Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
            }
        }
        Assert.Equal(3, refused.Count);
        using (var page = await http.GetAsync("/lacak")) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await MakeRoom();
        foreach (var id in refused) kept[id] = await Accepted(http, id);
        foreach (var (id, code) in kept)
        {
            using var again = await http.PostAsJsonAsync("/api/laporan", Body(id));
            Assert.Equal(code, Code(await again.Content.ReadAsStringAsync()));
        }
        await program.Kill();
        Assert.Equal(0, (await Terminal.Run("verify-audit", "--data", program.Folder, "--db", program.Db)).Code);
    }

    private async Task<string> Accepted(HttpClient http, Guid id)
    {
        for (var i = 0; i < 600; i++)
        {
            using var answer = await http.PostAsJsonAsync("/api/laporan", Body(id));
            if (answer.IsSuccessStatusCode) return Code(await answer.Content.ReadAsStringAsync());
            await Task.Delay(100);
        }
        throw new TimeoutException($"{id} was not accepted within a minute.");
    }

    /// <summary>Leaves little or no room.</summary>
    private Task Fill() => TestDatabase.Kind == DatabaseKind.Sqlite ? Limit("100000")
        : program.Ask("CREATE FUNCTION penuh() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$; CREATE TRIGGER penuh BEFORE INSERT ON report FOR EACH STATEMENT EXECUTE FUNCTION penuh()");

    private Task MakeRoom() => TestDatabase.Kind == DatabaseKind.Sqlite ? Limit("unlimited") : program.Ask("DROP TRIGGER penuh ON report");

    private async Task Limit(string bytes)
    {
        using var limit = Process.Start(new ProcessStartInfo("prlimit", ["--pid", $"{program.Pid}", $"--fsize={bytes}:unlimited"]) { RedirectStandardError = true })!;
        await limit.WaitForExitAsync();
        Assert.True(limit.ExitCode == 0, await limit.StandardError.ReadToEndAsync());
    }

    private static string Code(string answer) => (string)JsonNode.Parse(answer)!["code"]!;

    private static object Body(Guid id) => new
    {
        reportId = id, @for = "neighbour", problem = "lansia", story = new string('a', 1500), areaCode = "63.11.02.2004", secrecy = "open",
    };

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
