using Layar.Cases.Acts;
using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;

namespace Layar.Cases.Tests.Workflow;

[Trait("Kind", "rule")]
public sealed class WorkflowTableTests
{
    [Fact]
    public void No_step_has_the_same_act_twice() =>
        Assert.All(CaseWorkflow.Rows.GroupBy(r => (r.From, r.Act)), g => Assert.Single(g));

    [Fact]
    public void Every_open_step_has_a_holder_and_a_way_on() => Assert.All(Enum.GetValues<CaseStep>().Where(s => Steps.Of(s).IsOpen), step =>
    {
        Assert.NotEmpty(Steps.Of(step).Holders);
        Assert.Contains(CaseWorkflow.Rows, r => r.From == step && (r.To.Back || r.To.Step is { } to && to != step));
    });

    [Fact]
    public void Every_step_is_reached_from_the_beginning()
    {
        var seen = new HashSet<CaseStep> { CaseStep.Completeness, CaseStep.UrgentResponse };
        while (CaseWorkflow.Rows.Where(r => seen.Contains(r.From) && r.To.Step is { } to && seen.Add(to)).ToList().Count > 0) { }
        Assert.Equal(Enum.GetValues<CaseStep>().Order(), seen.Order());
    }

    [Fact]
    public void A_step_has_at_most_one_main_act_and_its_holders_may_do_it() => Assert.All(CaseWorkflow.Rows.Where(r => r.Main).GroupBy(r => r.From), g =>
    {
        var main = Assert.Single(g);
        Assert.Contains(main.Roles, r => Steps.Of(g.Key).Holders.Contains(r));
    });

    [Fact]
    public void A_role_is_offered_exactly_the_acts_of_the_table()
    {
        foreach (var step in Enum.GetValues<CaseStep>())
            foreach (var role in Roles.All)
            {
                var offered = CaseWorkflow.Allowed(step, new HashSet<string> { role }).Select(r => r.Act).ToHashSet();
                foreach (var act in Enum.GetValues<CaseActKind>())
                    Assert.True(offered.Contains(act) == (CaseWorkflow.Find(step, act)?.Roles.Contains(role) ?? false), $"{step} {act} {role}");
            }
    }

    [Fact]
    public void Closing_a_case_always_asks_for_a_reason_or_a_result() =>
        Assert.All(CaseWorkflow.Rows.Where(r => r.To.Step is { } to && !Steps.Of(to).IsOpen), r => Assert.True(r.Reason || r.Act == CaseActKind.HandOver, $"{r.From} {r.Act}"));

    [Fact]
    public void Who_looks_but_does_not_work_may_do_nothing() => Assert.All([Roles.Auditor, Roles.Planner, Roles.DataProtection, Roles.Administrator], role =>
        Assert.DoesNotContain(CaseWorkflow.Rows, r => r.Roles.Contains(role)));

    [Fact]
    public void Verifying_and_approving_and_handing_over_exclude_each_other()
    {
        Assert.Contains(CaseActKind.MarkComplete, SeparationOfDuties.Excluding(CaseActKind.Approve));
        Assert.Contains(CaseActKind.RecordVisit, SeparationOfDuties.Excluding(CaseActKind.Acknowledge));
        Assert.Contains(CaseActKind.Approve, SeparationOfDuties.Excluding(CaseActKind.HandOver));
    }

    [Fact]
    public void Every_act_has_an_address_and_every_act_of_the_page_of_acts_a_form()
    {
        var forms = Enum.GetValues<CaseActKind>().Where(a => ActRoutes.Of(a).Place != ActPlace.OwnPage).ToList();
        Assert.Equal(forms.Order(), ActForm.Acts.Order());
        Assert.All(forms, a => Assert.Equal(a, ActRoutes.Form(ActRoutes.Of(a).Slug)!.Act));
    }

    [Fact]
    public void An_act_done_at_once_needs_no_reason() =>
        Assert.All(CaseWorkflow.Rows.Where(r => ActRoutes.Of(r.Act).Place == ActPlace.AtOnce), r => Assert.False(r.Reason));
}
