using System.Globalization;

namespace Layar.Journeys.Tests.Phone;

/// <summary>One telephone on one bad line, driven by one seed.</summary>
internal sealed class Schedule(PhoneHouse house, int seed)
{
    private readonly Random dice = new(seed);
    private readonly List<Typed> typed = [];
    private string Words => $"jadwal-{seed}-{Mark}";

    // A schedule may be run again against the same database.
    private string Mark { get; } = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];

    public async Task<Tally> Run()
    {
        await using var phone = await house.Telephone(seed);
        await phone.Meets();
        await phone.Opens("/lapor/di-hp");
        var draft = await phone.Types($"{Words} belum selesai", photos: dice.Next(2), seed, until: "kontak", voice: dice.Next(4) == 0);
        phone.Line.Share = 0.2 + dice.NextDouble() * 0.6;
        phone.Line.Down = dice.Next(4) == 0;
        for (var report = 1 + dice.Next(2); report > 0; report--)
        {
            await phone.Opens("/lapor/di-hp");
            typed.Add(await phone.Types($"{Words} {typed.Count}", photos: dice.Next(3), seed * 10 + typed.Count, voice: dice.Next(3) == 0));
        }
        for (var step = 3 + dice.Next(6); step > 0; step--) await Happens(phone);
        phone.Line.Down = false;
        if (dice.Next(4) > 0)
        {
            phone.Line.Share = 0;
            await phone.SendsAll();
        }
        return await Compare(phone, draft);
    }

    private async Task Happens(Telephone phone)
    {
        switch (dice.Next(7))
        {
            case 0:
                phone.Line.Down = !phone.Line.Down;
                break;
            case 1:
                await phone.Dies();
                await phone.Opens("/lapor/di-hp#draf");
                break;
            case 2:
                var other = await phone.Context.NewPageAsync();
                await other.GotoAsync("/lapor/di-hp#draf");
                await Press(other);
                break;
            case 3:
                await phone.Page.EvaluateAsync("() => { dispatchEvent(new Event('online')); }");
                break;
            default:
                await Press(phone.Page);
                break;
        }
        await Task.Delay(dice.Next(20, 400));
    }

    private static Task Press(Microsoft.Playwright.IPage page) => page.EvaluateAsync("() => { const b = document.querySelector('[data-try]'); if (b) b.click(); }");

    private async Task<Tally> Compare(Telephone phone, Typed draft)
    {
        await phone.Opens("/lapor/di-hp#draf");
        // What is under way has the time to end: only then is the telephone compared with the office.
        phone.Line.Down = true;
        await Task.Delay(300);
        var kept = await phone.Looks();
        phone.Line.Down = false;
        var arrived = await house.Server.ReportsWith(Words);
        Assert.Equal(arrived.Count, arrived.Distinct().Count());
        Assert.All(arrived, id => Assert.Contains(id, typed.Select(t => t.Id)));
        Assert.Contains(kept.Reports, r => r.Id == draft.Id && r.State == "draft" && r.Story == draft.Story);
        Assert.Equal(Files(draft), kept.Photos.Where(p => p.Report == draft.Id).Select(p => p.Sha256));
        var (sent, photos, voices) = (0, 0, 0);
        foreach (var report in typed)
        {
            if (kept.Receipts.SingleOrDefault(r => r.Id == report.Id) is not { } receipt)
            {
                Assert.Contains(kept.Reports, r => r.Id == report.Id && r.State == "waiting" && r.Story == report.Story);
                Assert.Equal(Files(report), kept.Photos.Where(p => p.Report == report.Id).Select(p => p.Sha256));
                continue;
            }
            sent++;
            Assert.Contains(report.Id, arrived);
            Assert.Equal(receipt.Code.Replace("-", "", StringComparison.Ordinal)[3..], await house.Server.CodeOf(report.Id));
            photos += await Photos(report, kept);
            voices += await Voice(report, kept);
        }
        return new Tally(typed.Count, sent, typed.Count - sent, photos, voices);
    }

    /// <summary>What lies on the telephone of a report, in its order: the voice note, then the photos.</summary>
    private static IEnumerable<string> Files(Typed report) => report.Voice is null ? report.Photos : report.Photos.Prepend(report.Voice);

    /// <summary>The voice note is in the office or on the telephone, and the same.</summary>
    private async Task<int> Voice(Typed report, Kept kept)
    {
        var there = await house.Server.VoiceOf(report.Id);
        if (there is not null || report.Voice is null) Assert.Equal(report.Voice, there);
        else Assert.Equal(report.Voice, kept.Photos.Single(p => p.Report == report.Id && p.Seq == 0 && !p.Done).Sha256);
        return report.Voice is null ? 0 : 1;
    }

    /// <summary>Each photo is in the office or on the telephone, and the same.</summary>
    private async Task<int> Photos(Typed report, Kept kept)
    {
        var there = await house.Server.PhotosOf(report.Id);
        var still = kept.Photos.Where(p => p.Report == report.Id).ToDictionary(p => p.Seq);
        for (var seq = 1; seq <= report.Photos.Count; seq++)
        {
            var here = still.GetValueOrDefault(seq);
            if (here is { Done: false }) Assert.Equal(report.Photos[seq - 1], here.Sha256);
            else Assert.Equal(report.Photos[seq - 1], there.GetValueOrDefault(seq));
            if (there.TryGetValue(seq, out var hash)) Assert.Equal(report.Photos[seq - 1], hash);
        }
        Assert.True(there.Count <= report.Photos.Count);
        return report.Photos.Count;
    }
}
