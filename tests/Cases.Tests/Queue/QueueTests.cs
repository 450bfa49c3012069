using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Queue;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Layar.Cases.Tests.Queue;

/// <summary>A database of its own: the lists are compared with a count by hand of everything in it.</summary>
public sealed class QueueTests(QueueTests.Filled server) : IClassFixture<QueueTests.Filled>
{
    public sealed class Filled : StaffServer
    {
        protected override async Task Prepare(IServiceProvider services)
        {
            await base.Prepare(services);
            prepared = false;
        }

        private bool prepared;

        /// <summary>Cases in every step, some of equal due time, some without, some secret, over three villages.</summary>
        public async Task Fill()
        {
            if (prepared) return;
            prepared = true;
            var start = DateTime.UtcNow.AddDays(-2);
            string?[] areas = ["63.11.02.2004", "63.11.02.2005", "63.11.03.2001", null];
            var steps = Enum.GetValues<CaseStep>();
            for (var i = 0; i < 160; i++)
                await this.Case(new WantedCase
                {
                    Title = $"Kasus {i}", Step = steps[i % steps.Length], Area = areas[i % 4], Secret = i % 11 == 0, Emergency = i % 13 == 0,
                    Division = i % 3 == 0 ? "linjamsos" : "rehsos", Agency = i % 17 == 0 ? "puskesmas" : null, Problem = i % 2 == 0 ? "lansia" : "odgj",
                    Channel = i % 5 == 0 ? "whatsapp" : "situs", ReceivedAt = start.AddMinutes(i * 15 % 2880),
                    DueAt = Steps(i) ? start.AddHours(i / 7 * 5) : null, WithoutDue = i % 9 == 0,
                });
        }

        private static bool Steps(int i) => i % 4 != 0;
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Pages_one_after_another_are_the_whole_list_in_order_for_every_view_and_role()
    {
        await server.Fill();
        foreach (var member in await Members())
            foreach (var view in Enum.GetValues<QueueView>())
            {
                var filter = new QueueFilter { View = view, NewestFirst = view.IsNewestFirst() };
                var expected = await Brute(member, view);
                var forward = await Walk(filter, member, backwards: false);
                Assert.True(expected.SequenceEqual(forward), $"{member.UserName} {view}: {expected.Count} expected, {forward.Count} walked");
                Assert.Equal(expected, await Walk(filter, member, backwards: true));
            }
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Counts_equal_the_lists()
    {
        await server.Fill();
        foreach (var member in await Members())
        {
            var counts = await server.Within(s => s.GetRequiredService<QueueCounting>().For(member, CancellationToken.None));
            foreach (var view in QueueViews.OfQueue.Where(v => v != QueueView.Closed))
                Assert.True((await Brute(member, view)).Count == counts.Of(view), $"{member.UserName} {view}: {counts.Of(view)}");
        }
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Pages_that_ask_at_one_moment_count_once_and_a_page_after_an_act_counts_anew()
    {
        var memory = new QueueCountMemory(TimeProvider.System);
        var member = (await Members())[0];
        var (begun, end) = (0, new TaskCompletionSource());
        Task<QueueCounts> Ask() => memory.Once(member, async () =>
        {
            Interlocked.Increment(ref begun);
            await end.Task;
            return QueueCounts.None;
        });
        var pages = Enumerable.Range(0, 8).Select(_ => Ask()).ToList();
        Assert.Equal(1, begun);
        memory.Forget(member);
        pages.Add(Ask());
        Assert.Equal(2, begun);
        end.SetResult();
        Assert.All(await Task.WhenAll(pages), counts => Assert.Same(QueueCounts.None, counts));
        await Assert.ThrowsAsync<TimeoutException>(() => memory.Once(member, () => throw new TimeoutException()));
        await Ask();
        Assert.Equal(3, begun);
    }

    [Fact, Trait("Kind", "slice")]
    public async Task List_and_file_agree_on_who_sees_what()
    {
        await server.Fill();
        var files = await All();
        foreach (var member in await Members())
        {
            var listed = (await Walk(new QueueFilter { View = QueueView.All, NewestFirst = true }, member, backwards: false)).ToHashSet();
            foreach (var file in files)
            {
                var seen = await server.Within(s => s.GetRequiredService<ICases>().FindFor(file.Number, member, CancellationToken.None)) is not null;
                Assert.True(seen == listed.Contains(file.Id), $"{member.UserName} {string.Join('+', member.AreaScope)} {file.Step} secret={file.Secret} {file.Area}");
            }
        }
    }

    [Fact, Trait("Kind", "slice")]
    public async Task A_row_read_in_SQL_is_the_row_read_by_EF()
    {
        await server.Fill();
        await server.Within(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            await db.Set<CaseFile>().Where(c => c.Emergency).ExecuteUpdateAsync(c => c
                .SetProperty(x => x.Ppks, "lansia-terlantar").SetProperty(x => x.Social, true).SetProperty(x => x.PhotoCount, 3).SetProperty(x => x.ReportCount, 2).SetProperty(x => x.Version, 7));
            var byEf = await db.Set<CaseFile>().OrderBy(c => c.Number).Select(QueueRow.Of).ToListAsync();
            var bySql = await new QueueReading(db).Rows($"SELECT {QueueRow.Columns} FROM case_file ORDER BY number", [], CancellationToken.None);
            Assert.Equal(byEf, bySql.OrderBy(r => byEf.FindIndex(e => e.Id == r.Id)));
            Assert.All(typeof(QueueRow).GetProperties(), p => Assert.True(byEf.Select(p.GetValue).Distinct().Count() > 1, $"{p.Name} is the same in every row: this proves nothing"));
            return true;
        });
    }

    [Fact, Trait("Kind", "slice")]
    public async Task Filters_narrow_and_join()
    {
        await server.Fill();
        var manager = await server.Member(Roles.Manager);
        var filter = new QueueFilter { View = QueueView.All, Districts = ["63.11.02"], Problem = "lansia", Channel = "whatsapp" };
        var expected = (await All()).Where(c => c.Open && c.District == "63.11.02" && c.Problem == "lansia" && c.Channel == "whatsapp").Select(c => c.Id).ToHashSet();
        Assert.Equal(expected, (await Walk(filter, manager, backwards: false)).ToHashSet());
        var text = new QueueFilter { View = QueueView.All, NewestFirst = true, Text = "KASUS 15" };
        await server.Within(s => s.GetRequiredService<ICaseSearchBuilder>().BuildMissing(CancellationToken.None));
        Assert.Equal((await All()).Count(c => !c.Secret && c.Title.StartsWith("Kasus 15", StringComparison.Ordinal)), (await Walk(text, manager, backwards: false)).Count);
        Assert.Empty(await Walk(new QueueFilter { View = QueueView.All, NewestFirst = true, Text = "%" }, manager, backwards: false));
    }

    [Fact, Trait("Kind", "rule")]
    public void Address_of_a_list_reads_back_as_the_same_list()
    {
        var filter = new QueueFilter { View = QueueView.Late, Districts = ["63.11.02", "63.11.03"], Problem = "odgj", Channel = "situs", Text = "nenek & kakek" };
        var query = new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(filter.Query()).ToDictionary(q => q.Key, q => new StringValues(q.Value.ToArray())));
        Assert.Equivalent(filter, QueueFilter.Read(query, all: false), strict: true);
    }

    [Theory, Trait("Kind", "rule")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("12.zz")]
    [InlineData("-5.0191f2b3c4d5e6f7a8b9c0d1e2f3a4b5")]
    [InlineData("999999999999999999.0191f2b3c4d5e6f7a8b9c0d1e2f3a4b5")]
    public void Broken_place_begins_at_the_beginning(string text) => Assert.Null(QueueCursor.Parse(text));

    private async Task<IReadOnlyList<StaffMember>> Members() =>
    [
        await server.Member(Roles.Operator), await server.Member(Roles.Manager), await server.Member(Roles.Head),
        await server.Member(Roles.DivisionHead, division: "rehsos"), await server.Member(Roles.Agency, division: "puskesmas"), await server.Member(Roles.Driver),
        await server.Member(Roles.DistrictWorker, ["63.11.02"]), await server.Member(Roles.VillageDesk, ["63.11.02.2004"]),
        await server.Member(Roles.Supervisor, ["63.11.03", "63.11.02.2005"]), await server.Member(Roles.Planner), await server.Member(Roles.Auditor, ["63.11"]),
        (await server.Member(Roles.DivisionHead, division: "linjamsos")) with { Roles = new HashSet<string> { Roles.DivisionHead, Roles.Driver } },
    ];

    private Task<List<CaseFile>> All() => server.Within(s => s.GetRequiredService<AppDb>().Set<CaseFile>().AsNoTracking().ToListAsync());

    private async Task<List<CaseId>> Brute(StaffMember member, QueueView view)
    {
        var now = DateTime.UtcNow;
        var seen = (await All()).Where(c => Sees(c, member));
        var held = Workflow_HeldBy(member);
        seen = view switch
        {
            QueueView.Closed => seen.Where(c => !c.Open),
            QueueView.Mine => seen.Where(c => c.Open && held.Contains(c.Step)),
            QueueView.Soon => seen.Where(c => c.Open && c.PausedAt == null && c.NextDueAt >= now && c.NextDueAt < now.AddHours(24)),
            QueueView.Late => seen.Where(c => c.Open && c.PausedAt == null && c.NextDueAt < now),
            QueueView.Urgent => seen.Where(c => c.Open && c.Emergency),
            QueueView.Today => seen.Where(c => c.Open && c.ReceivedAt >= OfficerQueue.StartOfToday(now)),
            QueueView.All => seen.Where(c => c.Open),
            QueueView.Answered => seen.Where(c => c.Agency is not null && c.Step == CaseStep.Completed),
            _ => seen.Where(c => c.Open && c.Step == view.StepOf()),
        };
        return view.IsNewestFirst()
            ? [.. seen.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => Order(c)).Select(c => c.Id)]
            : [.. seen.OrderBy(c => c.NextDueAt ?? DateTime.MaxValue).ThenBy(Order).Select(c => c.Id)];
    }

    private static HashSet<CaseStep> Workflow_HeldBy(StaffMember member) => [.. Cases.Workflow.Steps.HeldBy(member.Roles)];

    private static string Order(CaseFile file) => file.Id.Value.ToString("N");

    /// <summary>The rule of visibility in plain words, beside the one under test.</summary>
    private static bool Sees(CaseFile c, StaffMember m)
    {
        string[] wide = [Roles.Operator, Roles.Manager, Roles.Head, Roles.DistrictWorker, Roles.VillageDesk, Roles.Supervisor, Roles.Auditor];
        var role = m.HasAny(wide) || m.Has(Roles.DivisionHead) && c.Division == m.Division || m.Has(Roles.Agency) && c.Agency == m.Division || m.Has(Roles.Driver) && c.Step == CaseStep.UrgentResponse;
        var area = m.AreaScope.Count == 0 || c.Area is not null && m.AreaScope.Any(s => c.Area == s || c.Area.StartsWith(s + ".", StringComparison.Ordinal));
        return role && area && (!c.Secret || m.HasAny([Roles.Manager, Roles.Head]));
    }

    private Task<List<CaseId>> Walk(QueueFilter filter, StaffMember member, bool backwards) => server.Within(async s =>
    {
        var queue = s.GetRequiredService<OfficerQueue>();
        var all = new List<CaseId>();
        var pages = new List<QueuePage>();
        for (QueueCursor? next = null; ;)
        {
            var page = await queue.Page(filter with { After = next }, member, CancellationToken.None, 7);
            pages.Add(page);
            if (page.Next is null) break;
            next = page.Next;
        }
        if (!backwards) return [.. pages.SelectMany(p => p.Rows).Select(r => r.Id)];
        all.AddRange(pages[^1].Rows.Select(r => r.Id));
        for (var previous = pages[^1].Previous; previous is not null;)
        {
            var page = await queue.Page(filter with { Before = previous }, member, CancellationToken.None, 7);
            all.InsertRange(0, page.Rows.Select(r => r.Id));
            previous = page.Previous;
        }
        return all;
    });
}
