using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Intake.Tests.Desk;

/// <summary>Reports of merged and split cases are where a plain reckoning says, however often and in whatever order that happened.</summary>
[Trait("Kind", "slice"), Collection(Intake.Name)]
public sealed class MergedReportsTests(IntakeServer server)
{
    private sealed record Sent(string Number, int Photos);

    /// <summary>The row of a case as the lists read it.</summary>
    private sealed record Counted(int Rows, int Reports, int Photos);

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task Every_case_counts_its_own_reports_and_photos_after_any_order_of_merging_and_splitting(int seed)
    {
        var random = new Random(seed);
        var all = new List<Sent>();
        foreach (var photos in Enumerable.Range(0, 4)) all.Add(await Send(photos % 3));
        var into = new Dictionary<string, string>();
        using var officer = await server.SignedIn(Roles.Operator);
        for (var turn = 0; turn < 10; turn++)
        {
            var one = all[random.Next(all.Count)].Number;
            if (into.Remove(one)) await Split(officer, one);
            else
            {
                var open = all.Select(s => s.Number).Where(n => n != one && !into.ContainsKey(n)).ToList();
                if (open.Count == 0) continue;
                var main = open[random.Next(open.Count)];
                await Merge(officer, one, main);
                foreach (var earlier in into.Where(i => i.Value == one).Select(i => i.Key).ToList()) into[earlier] = main;
                into[one] = main;
            }
            await Agree(all, into, $"seed {seed}, turn {turn}");
        }
    }

    private async Task Agree(List<Sent> all, Dictionary<string, string> into, string where)
    {
        var found = await server.Within(async services =>
        {
            var shown = new Dictionary<string, (int Reports, int Photos, int Rows)>();
            foreach (var one in all.Where(s => !into.ContainsKey(s.Number)))
            {
                var db = services.GetRequiredService<AppDb>().Database;
                var counted = await db.SqlQueryRaw<Counted>("SELECT (SELECT CAST(COUNT(*) AS integer) FROM report r WHERE r.case_id = c.id) AS \"Rows\", report_count AS \"Reports\", photo_count AS \"Photos\" FROM case_file c WHERE number = {0}", one.Number).SingleAsync();
                shown[one.Number] = (counted.Reports, counted.Photos, counted.Rows);
            }
            return shown;
        });
        foreach (var (number, (reports, photos, rows)) in found)
        {
            var here = all.Where(s => s.Number == number || into.GetValueOrDefault(s.Number) == number).ToList();
            Assert.True((here.Count, here.Sum(s => s.Photos), here.Count) == (reports, photos, rows), $"{where}: {number} shows {reports} reports, {photos} photos, holds {rows}; it should be {here.Count} and {here.Sum(s => s.Photos)}");
        }
    }

    private static async Task Merge(Visitor officer, string one, string main)
    {
        var page = await officer.Open($"/petugas/kasus/{one}/gabung?dengan={main}");
        var value = page.Document.QuerySelectorAll("input[name=Main]").Select(i => i.GetAttribute("value")!).First(v => v.StartsWith(main, StringComparison.Ordinal));
        var answer = await page.Form("Gabungkan").Set("Chosen", value).Set("Main", value).Set("Reason", "Orang yang sama").Press("Gabungkan");
        Assert.True(answer.Location is not null, string.Join("; ", answer.Errors));
    }

    private static async Task Split(Visitor officer, string one)
    {
        var answer = await (await officer.Open($"/petugas/kasus/{one}/pisahkan")).Form("Pisahkan").Set("Input.Words", "Ternyata orang lain").Press("Pisahkan");
        Assert.True(answer.Location is not null, string.Join("; ", answer.Errors));
    }

    private async Task<Sent> Send(int photos)
    {
        using var citizen = server.Visitor();
        var (_, sent) = await IntakeServer.Post(citizen, IntakeServer.Body());
        for (var n = 0; n < photos; n++)
            await (await citizen.Open((string)sent["link"]!)).Form("Kirim keterangan").Set("Words", "Foto lagi").Attach("Files", $"{n}.jpg", "image/jpeg", Reporting.PhotoTests.Jpeg()).Press("Kirim keterangan");
        return new Sent((string)sent["code"]!, photos);
    }
}
