using System.Diagnostics;
using Layar.Bench.Lab;
using Layar.Bench.Load;
using Layar.Bench.Report;
using Layar.Journeys.Tests.Phone;

namespace Layar.Bench.Scenarios;

/// <summary>What a citizen waits for on a cheap phone: pages that were never seen, and a report from the last question to its code.</summary>
internal static class ReachScenario
{
    private const int Kilobyte = 1024;
    private static readonly string[] Pages = ["/", "/lapor", "/lapor/di-hp", "/lacak", "/cek-bantuan", "/cuaca"];

    private const string Painted = """
        async () => {
          const largest = await new Promise((done) => { new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }); setTimeout(() => done(0), 1500); });
          const page = performance.getEntriesByType('navigation')[0];
          return { first: performance.getEntriesByName('first-contentful-paint')[0].startTime, largest, html: page.encodedBodySize };
        }
        """;

    public static async Task<IReadOnlyList<Result>> Measure(Trial trial)
    {
        await using var data = await trial.Site.Copy(trial.Data, trial.Stop);
        await using var subject = await HttpChild.Layar(data, trial.Stop);
        await using var phone = await CheapPhone.Switch();
        var rows = new List<Result>();
        foreach (var signal in Signal.All)
        {
            foreach (var path in Pages) rows.Add(await Page(trial, subject.Address, phone, signal, path));
            rows.Add(await Journey(trial, subject.Address, phone, signal));
        }
        rows.AddRange(await Scores(trial, subject.Address));
        return rows;
    }

    /// <summary>Lighthouse on every page, where it installs; over plain HTTP on loopback, which it counts as safe.</summary>
    private static async Task<IReadOnlyList<Result>> Scores(Trial trial, Uri address)
    {
        var folder = Directory.CreateTempSubdirectory("layar-lighthouse-").FullName;
        try
        {
            if (await Lighthouse.Fetch(folder, trial.Stop) is not { } lighthouse) return [trial.Row("reach", 1) with { Note = "Lighthouse did not install; no scores" }];
            var rows = new List<Result>();
            foreach (var path in Pages)
            {
                var scores = await lighthouse.Look(new Uri(address, path), trial.Stop);
                rows.Add((trial.Row("reach", 1) with { Note = $"Lighthouse of {path}: {scores}" })
                    .With(true, "accessibility 100", scores.Of["accessibility"] == 100).With(true, "performance ≥ 90", scores.Of["performance"] >= 90));
            }
            return rows;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Result> Page(Trial trial, Uri address, CheapPhone phone, Signal signal, string path)
    {
        var seen = new List<(double First, double Largest, double Html, long Bytes, int Requests)>();
        for (var round = 0; round < trial.Options.Rounds; round++)
        {
            await using var tab = await phone.Open(address, signal, worker: false);
            await tab.Page.GotoAsync(path);
            var painted = await tab.Ask(Painted);
            var (bytes, requests) = tab.Came();
            seen.Add((painted.GetProperty("first").GetDouble(), painted.GetProperty("largest").GetDouble(), painted.GetProperty("html").GetDouble(), bytes, requests));
        }
        var (first, largest, html, all) = (seen.Select(s => s.First).Median(), seen.Select(s => s.Largest).Median(), seen[0].Html, seen[0].Bytes);
        return (trial.Row("reach", 1) with { P50 = first, Note = $"{signal.Name}, first visit of {path}: largest paint {largest:N0} ms, HTML {html / Kilobyte:N1} kB, all {all / (double)Kilobyte:N1} kB in {seen[0].Requests} requests" })
            .With(signal.Name == "2G", "first render ≤ 3 s", first <= 3000).With(signal.Name == "slow 4G", "largest paint ≤ 1.5 s", largest <= 1500)
            .With(signal.Name == "2G", "HTML ≤ 8 kB", html <= 8 * Kilobyte).With(signal.Name == "2G", "first visit ≤ 35 kB", all <= 35 * Kilobyte);
    }

    /// <summary>The questions lie on the phone; the line is needed for the report alone.</summary>
    private static async Task<Result> Journey(Trial trial, Uri address, CheapPhone phone, Signal signal)
    {
        var (sent, whole) = (new List<double>(), new List<long>());
        for (var round = 0; round < trial.Options.Rounds; round++)
        {
            await using var tab = await phone.Open(address, signal, worker: true);
            await tab.Page.GotoAsync("/");
            await tab.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise(r => setTimeout(r, 50)); }");
            await tab.Page.GotoAsync("/lapor/di-hp");
            await tab.Page.EvaluateAsync<string>(Scripts.Answer, new { story = "Nenek sendirian di rumah kayu", photos = 0, seed = 1, until = "kontak" });
            await tab.Page.Locator("form[data-step=kontak] button[type=submit]").First.ClickAsync();
            var send = tab.Page.Locator("form[data-step=periksa] button[type=submit]").First;
            await send.WaitForAsync();
            tab.Came();
            var watch = Stopwatch.StartNew();
            await send.ClickAsync();
            await tab.Page.Locator("main", new() { HasText = "Laporan diterima" }).WaitForAsync();
            sent.Add(watch.Elapsed.TotalMilliseconds);
            whole.Add(tab.Came().Bytes);
        }
        return (trial.Row("reach", 1) with { P50 = sent.Median(), Note = $"{signal.Name}, from \"Kirim laporan\" to its code, without photos; {whole[0] / (double)Kilobyte:N1} kB came back" })
            .With(signal.Name == "2G", "accepted ≤ 2 s", sent.Median() <= 2000);
    }
}
