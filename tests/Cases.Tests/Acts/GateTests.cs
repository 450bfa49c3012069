using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Tests.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Acts;

/// <summary>The one gate: the table decides, and one case makes one step at a time.</summary>
[Collection(DeskCollection.Name), Trait("Kind", "slice")]
public sealed class GateTests(DeskServer server)
{
    [Fact]
    public async Task Every_step_and_act_and_role_is_done_or_refused_as_the_table_says()
    {
        foreach (var step in Enum.GetValues<CaseStep>())
        {
            var opened = await server.Case(new WantedCase { Step = step, Division = "rehsos", Agency = "puskesmas" });
            foreach (var role in Roles.All)
            {
                var member = await server.Member(role, division: role == Roles.Agency ? "puskesmas" : "rehsos");
                // The rapid team sees emergencies only: for any other case it gets the same answer as for none.
                var sees = role is not (Roles.Companion or Roles.Driver) || step == CaseStep.UrgentResponse;
                foreach (var act in Enum.GetValues<CaseActKind>())
                {
                    var expected = sees && (CaseWorkflow.Find(step, act)?.Roles.Contains(role) ?? false);
                    var refusal = await TryAndUndo(opened, act, member);
                    Assert.True(expected == refusal is null, $"{step} {act} {role}: {refusal}");
                }
            }
        }
    }

    [Fact]
    public async Task Done_act_moves_the_case_and_leaves_an_act_and_a_message()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        Assert.Null(await Do(opened, CaseActKind.Approve, await server.Member(Roles.Manager)));
        var now = await server.Look(opened);
        Assert.Equal(CaseStep.HeadAcknowledgement, now.Step);
        Assert.Equal(2, now.Version);
        var act = (await server.Acts(opened))[^1];
        Assert.Equal(("Approve", Roles.Manager), (act.Kind, act.ActorRole));
        var payload = await server.Within(s => s.GetRequiredService<AppDb>().Set<OutboxMessage>().Where(m => m.Event == nameof(CaseMoved)).Select(m => m.Payload).ToListAsync());
        Assert.Contains(payload, p => p.Contains(opened.Id.Value.ToString(), StringComparison.Ordinal) && p.Contains("HeadAcknowledgement", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_verified_may_not_approve()
    {
        var opened = await server.Case();
        var both = (await server.Member(Roles.Manager)) with { Roles = new HashSet<string> { Roles.Operator, Roles.Supervisor, Roles.Manager } };
        Assert.Null(await Do(opened, CaseActKind.MarkComplete, both));
        Assert.Null(await Do(opened, CaseActKind.ScheduleVisit, both));
        Assert.Null(await Do(opened, CaseActKind.RecordVisit, both));
        Assert.Equal("cases.refused.duties", (await Do(opened, CaseActKind.Approve, both))?.Code);
        Assert.Null(await Do(opened, CaseActKind.Approve, (await server.Member(Roles.Operator)) with { Roles = new HashSet<string> { Roles.Manager } }));
    }

    [Fact]
    public async Task Who_verified_decides_neither_on_programme_nor_on_letter()
    {
        var opened = await server.Case();
        var both = (await server.Member(Roles.Manager, division: "rehsos")) with { Roles = new HashSet<string> { Roles.Operator, Roles.DivisionHead, Roles.Manager, Roles.Supervisor, Roles.Head } };
        var other = (await server.Member(Roles.Head, division: "rehsos")) with { Roles = both.Roles };
        Assert.Null(await Do(opened, CaseActKind.MarkComplete, both));
        foreach (var act in (CaseActKind[])[CaseActKind.ScheduleVisit, CaseActKind.RecordVisit]) Assert.Null(await Do(opened, act, await server.Member(Roles.Supervisor)));
        foreach (var act in (CaseActKind[])[CaseActKind.Approve, CaseActKind.Acknowledge]) Assert.Null(await Do(opened, act, other));
        await server.Within(async s => (await s.GetRequiredService<Change>().Run(async () =>
        {
            (await s.GetRequiredService<AppDb>().Set<Layar.Cases.Files.CaseFile>().SingleAsync(c => c.Id == opened.Id)).Division = "rehsos";
            return Outcome.Success;
        }, CancellationToken.None)).IsDone);
        Assert.Null(await Do(opened, CaseActKind.Forward, other));
        Assert.Equal("cases.refused.duties", (await Do(opened, CaseActKind.AssignProgramme, both))?.Code);
        Assert.Null(await Do(opened, CaseActKind.AssignProgramme, other));
        Assert.Equal("cases.refused.duties", (await Do(opened, CaseActKind.IssueLetter, both))?.Code);
        Assert.Null(await Do(opened, CaseActKind.IssueLetter, other));
    }

    [Theory, InlineData(CaseStep.Completeness), InlineData(CaseStep.VisitPlanning), InlineData(CaseStep.VisitScheduled)]
    public async Task A_false_alarm_leads_back_to_where_the_case_stood(CaseStep step)
    {
        var opened = await server.Case(new WantedCase { Step = step });
        Assert.Null(await Do(opened, CaseActKind.MarkUrgent, await server.Member(Roles.Supervisor)));
        Assert.Equal((CaseStep.UrgentResponse, true), ((await server.Look(opened)).Step, (await server.Look(opened)).Emergency));
        Assert.Null(await Do(opened, CaseActKind.MarkNotUrgent, await server.Member(Roles.Supervisor)));
        Assert.Equal((step, false), ((await server.Look(opened)).Step, (await server.Look(opened)).Emergency));
    }

    [Fact]
    public async Task An_emergency_ends_the_waiting_and_a_false_alarm_leads_back_to_the_main_road()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.VisitPlanning });
        Assert.Null(await Do(opened, CaseActKind.RequestCompletion, await server.Member(Roles.Supervisor)));
        Assert.NotNull((await server.Look(opened)).PausedAt);
        Assert.Null(await Do(opened, CaseActKind.MarkUrgent, await server.Member(Roles.CallCentre)));
        Assert.Null((await server.Look(opened)).PausedAt);
        Assert.Null(await Do(opened, CaseActKind.MarkNotUrgent, await server.Member(Roles.Operator)));
        Assert.Equal(CaseStep.VisitPlanning, (await server.Look(opened)).Step);
    }

    [Fact]
    public async Task Who_approved_may_not_hand_over()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview, Division = "rehsos" });
        var all = (await server.Member(Roles.Manager, division: "rehsos")) with { Roles = new HashSet<string> { Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.FrontOffice } };
        foreach (var act in (CaseActKind[])[CaseActKind.Approve, CaseActKind.Acknowledge, CaseActKind.Forward, CaseActKind.AssignProgramme, CaseActKind.IssueLetter])
            Assert.Null(await Do(opened, act, all));
        Assert.Equal("cases.refused.duties", (await Do(opened, CaseActKind.HandOver, all))?.Code);
        Assert.Null(await Do(opened, CaseActKind.HandOver, await server.Member(Roles.FrontOffice)));
        Assert.False((await server.Look(opened)).Open);
    }

    [Fact]
    public async Task Two_people_at_once_and_exactly_one_is_done()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var manager = await server.Member(Roles.Manager);
        var refusals = await Task.WhenAll(Do(opened, CaseActKind.Approve, manager, 1), Do(opened, CaseActKind.Reject, manager, 1));
        Assert.Single(refusals, r => r is null);
        Assert.Contains(refusals, r => r?.Code is "cases.refused.changed" or Change.ChangedMeanwhile);
    }

    [Fact]
    public async Task Sixty_four_at_once_make_one_transition()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var manager = await server.Member(Roles.Manager);
        var refusals = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Do(opened, CaseActKind.Approve, manager, 1))));
        Assert.Equal(1, refusals.Count(r => r is null));
        Assert.Equal(2, (await server.Acts(opened)).Count);
        Assert.Equal(2, (await server.Look(opened)).Version);
    }

    [Fact]
    public async Task Refusal_of_a_changed_case_says_who_did_what()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        var manager = await server.Member(Roles.Manager);
        Assert.Null(await Do(opened, CaseActKind.Approve, manager, 1));
        var refusal = await Do(opened, CaseActKind.Return, await server.Member(Roles.Head), 1);
        Assert.Equal("cases.refused.changed", refusal?.Code);
        Assert.Equal([manager.Name, "Approve"], refusal!.Args.Take(2));
    }

    [Fact]
    public async Task Reporter_reopens_within_the_time_and_not_after()
    {
        var fresh = await server.Case(new WantedCase { Step = CaseStep.Rejected, ReceivedAt = DateTime.UtcNow.AddDays(-3) });
        var old = await server.Case(new WantedCase { Step = CaseStep.Rejected, ReceivedAt = DateTime.UtcNow.AddDays(-15) });
        Assert.Null(await AsReporter(fresh, CaseActKind.Reopen));
        Assert.Equal("cases.refused.reopen-late", (await AsReporter(old, CaseActKind.Reopen))?.Code);
        Assert.Equal(CaseStep.Completeness, (await server.Look(fresh)).Step);
    }

    [Fact]
    public async Task Words_inside_the_office_are_not_kept_for_the_reporter()
    {
        var opened = await server.Case(new WantedCase { Step = CaseStep.ManagerReview });
        await Do(opened, CaseActKind.Return, await server.Member(Roles.Manager));
        Assert.Null((await server.Look(opened)).ReasonText);
    }

    internal Task<Refusal?> Do(OpenedCase opened, CaseActKind act, StaffMember member, int? version = null) => server.Within(async s =>
        (await s.GetRequiredService<Change>().Run(() => s.GetRequiredService<ICaseProcess>().Do(opened.Id, act, member, new CaseActDetail(version, "Alasan uji"), CancellationToken.None), CancellationToken.None)).Refusal);

    private Task<Refusal?> AsReporter(OpenedCase opened, CaseActKind act) => server.Within(async s =>
        (await s.GetRequiredService<Change>().Run(() => s.GetRequiredService<ICaseProcess>().DoAsReporter(opened.Id, act, new CaseActDetail(Reason: "Belum teratasi"), CancellationToken.None), CancellationToken.None)).Refusal);

    /// <summary>Does the act and rolls it back: the answer is what counts.</summary>
    private Task<Refusal?> TryAndUndo(OpenedCase opened, CaseActKind act, StaffMember member) => server.Within(async s =>
    {
        var undo = new Refusal("test.undo");
        var outcome = await s.GetRequiredService<Change>().Run(async () =>
            (await s.GetRequiredService<ICaseProcess>().Do(opened.Id, act, member, new CaseActDetail(null, "Alasan uji"), CancellationToken.None)).Match<Outcome<bool>>(_ => undo, why => why), CancellationToken.None);
        return outcome.Refusal == undo ? null : outcome.Refusal;
    });
}
