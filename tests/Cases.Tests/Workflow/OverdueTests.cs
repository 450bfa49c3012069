using Layar.Cases.Contracts;
using Layar.Cases.Jobs;
using Layar.Cases.Tests.Queue;
using Layar.Kernel.Scheduling;
using Layar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Tests.Workflow;

[Collection(DeskCollection.Name), Trait("Kind", "slice")]
public sealed class OverdueTests(DeskServer server)
{
    [Fact]
    public async Task Postponed_case_goes_on_when_its_day_has_come_and_not_before()
    {
        var due = await server.Case(new WantedCase { Step = CaseStep.Postponed, DueAt = DateTime.UtcNow.AddMinutes(-1) });
        var later = await server.Case(new WantedCase { Step = CaseStep.Postponed });
        await Job<ResumePostponed>();
        Assert.Equal(CaseStep.Completeness, (await server.Look(due)).Step);
        Assert.Equal(CaseStep.Postponed, (await server.Look(later)).Step);
        var act = (await server.Acts(due))[^1];
        Assert.Equal(("Resume", "sistem"), (act.Kind, act.ActorRole));
    }

    [Fact]
    public async Task Question_without_an_answer_ends_in_the_archive_with_its_reason()
    {
        var silent = await server.Case(new WantedCase { Step = CaseStep.AwaitingReporter, DueAt = DateTime.UtcNow.AddMinutes(-1) });
        var waiting = await server.Case(new WantedCase { Step = CaseStep.AwaitingReporter });
        await Job<ArchiveUnanswered>();
        var closed = await server.Look(silent);
        Assert.Equal((CaseStep.Archived, false, "arsip-tanpa-jawaban"), (closed.Step, closed.Open, closed.ReasonCode));
        Assert.Equal(CaseStep.AwaitingReporter, (await server.Look(waiting)).Step);
    }

    private Task Job<T>() where T : OverdueCases => server.Services.GetServices<IJob>().OfType<T>().Single().RunOnce(CancellationToken.None);
}
