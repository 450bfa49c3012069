using System.Net;
using Layar.Bench.Lab;
using Layar.Bench.Load;
using Layar.Bench.Report;

namespace Layar.Bench.Scenarios;

/// <summary>The receipt that the counter gives out: numbered, marked, printed, sealed and stored before the answer.</summary>
internal static class LetterScenario
{
    private const int Workers = 2;

    public static async Task<IReadOnlyList<Result>> Measure(Trial trial)
    {
        await using var data = await trial.Site.Copy(trial.Data, trial.Stop);
        var numbers = await data.List("SELECT number FROM case_file WHERE open AND NOT secret ORDER BY received_at DESC LIMIT 200", trial.Stop);
        await using var subject = await HttpChild.Layar(data, trial.Stop);
        var door = await StaffDoor.Enter(subject.Address, "operator", $"/petugas/kasus/{numbers[0]}/tanda-terima", trial.Stop);
        var call = new Call((client, turn) => Request(numbers[(client + turn * Workers) % numbers.Count], door), HttpStatusCode.Redirect);
        var rows = new List<Result>();
        foreach (var clients in (int[])[1, Workers])
        {
            var row = await Duel.Fight(trial, "letter", clients, subject, call, null);
            rows.Add(row.With(clients == 1, "p50 ≤ 300 ms", row.P50 <= 300).With(clients == Workers, "≥ 5/s", row.PerSecond >= 5) with { Note = "two print workers; MB and CPU without them" });
        }
        return rows;
    }

    private static HttpRequestMessage Request(string number, StaffDoor.Entered door)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/petugas/kasus/{number}/tanda-terima")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["LetterId"] = Guid.CreateVersion7().ToString(), ["_t"] = door.Token }),
        };
        request.Headers.Add("Cookie", door.Cookie);
        return request;
    }
}
