using System.Net.Http.Json;
using Layar.Bench.Lab;
using Layar.Bench.Load;
using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

/// <summary>An officer types names; every key asks who may be meant among all persons of the database.</summary>
internal static class CandidatesScenario
{
    private static readonly string[] Typed = ["Siti Aminah", "Muhammad Rizki", "Rusmini", "Ahmad Zaini", "Norhayati", "Utuh Mahyudin", "Galuh Fitriah", "Abdul Hamid", "Masnah", "Jamilah", "Syahrani", "Anang Rahmadi"];

    public static async Task<IReadOnlyList<Result>> Measure(Trial trial)
    {
        await using var subject = await HttpChild.Layar(trial.Data, trial.Stop);
        var entered = await StaffDoor.Enter(subject.Address, "supervisor", "/petugas/warga", trial.Stop);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = subject.Address };
        var reading = System.Diagnostics.Stopwatch.StartNew();
        while ((await Ask(http, entered, "siti", trial.Stop)).Reading) await Task.Delay(200, trial.Stop);
        reading.Stop();
        var ticks = new List<long>();
        var found = 0;
        for (var round = 0; round <= trial.Options.Rounds; round++)
            foreach (var name in Typed)
                for (var length = 2; length <= name.Length; length++)
                {
                    var start = System.Diagnostics.Stopwatch.GetTimestamp();
                    var answer = await Ask(http, entered, name[..length], trial.Stop);
                    if (round == 0) continue;
                    ticks.Add(System.Diagnostics.Stopwatch.GetTimestamp() - start);
                    found += answer.Candidates.Count;
                }
        if (found == 0) throw new CannotMeasure("nobody was found");
        var sample = Sample.Of(ticks, 0, 1);
        var row = trial.Row("candidates", 1) with
        {
            P50 = sample.P50, P95 = sample.P95, P99 = sample.P99, PeakMegabytes = subject.Process.PeakMegabytes(),
            Note = $"{ticks.Count} keys over HTTP; persons read in within {reading.Elapsed.TotalSeconds:N1} s of the first key",
        };
        return [row.With(true, "p95 ≤ 20 ms", row.P95 <= 20)];
    }

    private static async Task<Answer> Ask(HttpClient http, StaffDoor.Entered entered, string typed, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/petugas/warga?handler=Kandidat")
        {
            Content = new FormUrlEncodedContent([new("Typed", typed), new("_t", entered.Token)]),
        };
        request.Headers.Add("Cookie", entered.Cookie);
        using var answer = await http.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode) throw new CannotMeasure($"/petugas/warga answers {(int)answer.StatusCode} {answer.Headers.Location}");
        return (await answer.Content.ReadFromJsonAsync<Answer>(stop))!;
    }

    private sealed record Answer(bool Reading, IReadOnlyList<Candidate> Candidates);

    private sealed record Candidate(Guid Id);
}
