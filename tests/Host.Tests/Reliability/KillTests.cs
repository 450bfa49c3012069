using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Layar.Testing;

namespace Layar.Host.Tests.Reliability;

/// <summary>
/// The promise "accepted": the program is killed in the middle of work again and again, and more than one answer in ten is lost on its way;
/// what it answered stays, once, word for word. Citizens' phones send again what was not answered.
/// </summary>
[Trait("Kind", "slice")]
public sealed class KillTests : IAsyncLifetime
{
    private const int Kills = 30;
    private const int Phones = 4;
    private const int LostOneOf = 8;
    private readonly ConcurrentDictionary<Guid, string> answered = new();
    private int answers;
    private int lost;
    private LiveProgram program = null!;

    public async ValueTask InitializeAsync() => program = await LiveProgram.New();

    [Fact]
    public async Task Nothing_that_was_answered_is_lost_or_doubled_when_the_program_is_killed()
    {
        using var done = new CancellationTokenSource();
        var phones = Enumerable.Range(0, Phones).Select(_ => Task.Run(() => Phone(done.Token))).ToList();
        var random = new Random(5);
        for (var i = 0; i < Kills; i++)
        {
            await program.Start();
            await Answers(answered.Count + Phones);
            await Task.Delay(random.Next(150));
            await program.Kill();
        }
        await program.Start();
        await done.CancelAsync();
        await Task.WhenAll(phones);
        Assert.True(answered.Count > Kills * Phones, $"{answered.Count} reports were answered");
        Assert.True(lost * 10 >= answers, $"{lost} of {answers} answers were lost on their way");
        await Parallel.ForEachAsync(answered, new ParallelOptions { MaxDegreeOfParallelism = Phones }, async (one, _) =>
        {
            using var http = program.Http();
            using var again = await http.PostAsJsonAsync("/api/laporan", Body(one.Key), CancellationToken.None);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            Assert.Equal(one.Value, await again.Content.ReadAsStringAsync(CancellationToken.None));
        });
        Assert.Equal(answered.Count, answered.Values.Select(answer => (string)JsonNode.Parse(answer)!["code"]!).Distinct().Count());
        await program.Kill();
        var reports = await program.Ask("SELECT COUNT(*) FROM report");
        Assert.True(reports >= answered.Count, $"{reports} reports are there, {answered.Count} were answered");
        Assert.Equal((reports, reports), (await program.Ask("SELECT COUNT(DISTINCT original_case_id) FROM report"), await program.Ask("SELECT COUNT(*) FROM case_file")));
        Assert.Equal(0, (await Terminal.Run("verify-audit", "--data", program.Folder, "--db", program.Db)).Code);
    }

    /// <summary>However slow the machine is, every life of the program answers before it ends.</summary>
    private async Task Answers(int wanted)
    {
        for (var i = 0; answered.Count < wanted; i++)
        {
            Assert.True(i < 12_000, $"{answered.Count} of {wanted} reports were answered in two minutes");
            await Task.Delay(10);
        }
    }

    /// <summary>Sends each report until its answer arrives, as the outbox of a phone does; some answers never do.</summary>
    private async Task Phone(CancellationToken done)
    {
        using var http = program.Http();
        while (!done.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            while (!done.IsCancellationRequested)
            {
                try
                {
                    using var answer = await http.PostAsJsonAsync("/api/laporan", Body(id), CancellationToken.None);
                    if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK)) throw new HttpRequestException($"{answer.StatusCode}");
                    var said = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                    if (Interlocked.Increment(ref answers) % LostOneOf == 0)
                    {
                        Interlocked.Increment(ref lost);
                        continue;
                    }
                    answered[id] = said;
                    break;
                }
                catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
                {
                    await Task.Delay(20, CancellationToken.None);
                }
            }
        }
    }

    private static object Body(Guid id) => new
    {
        reportId = id, @for = "neighbour", problem = "lansia", story = "Nenek tinggal sendiri.", areaCode = "63.11.02.2004", secrecy = "open",
    };

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
