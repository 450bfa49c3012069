using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Survey.Contracts;
using Layar.Survey.Solved;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Survey.Tests;

[Trait("Kind", "slice"), Collection(SurveyHouse.Name)]
public sealed class SolvedQuestionTests(StaffServer server)
{
    [Fact]
    public async Task Not_solved_reopens_the_case_within_fourteen_days()
    {
        var id = await Completed();
        Assert.Equal(1, (await Waiting(id))!.Round);
        Assert.True((await Answer(id, SolvedAnswer.No)).TryGet(out var result, out _));
        Assert.True(result.Reopened);
        Assert.Equal(CaseStep.Completeness, await Step(id));
        Assert.Null(await Waiting(id));
    }

    [Theory]
    [InlineData(SolvedAnswer.Yes)]
    [InlineData(SolvedAnswer.Partly)]
    public async Task Other_answers_leave_the_case_closed_until_the_question_comes_again_after_fourteen_days(SolvedAnswer answer)
    {
        var id = await Completed();
        Assert.True((await Answer(id, answer)).IsDone);
        Assert.Equal(CaseStep.Completed, await Step(id));
        Assert.Null(await Waiting(id));
        Assert.Equal("survey.refused.no-question", (await Answer(id, answer)).Refusal!.Code);
        await Pass(id, 14);
        Assert.Equal(2, (await Waiting(id))!.Round);
        Assert.True((await Answer(id, SolvedAnswer.No)).TryGet(out var result, out _) && result.Reopened);
    }

    [Fact]
    public async Task After_the_fortnight_the_answer_is_kept_but_reopens_nothing()
    {
        var id = await Completed();
        await Pass(id, 29);
        Assert.True((await Answer(id, SolvedAnswer.No)).TryGet(out var result, out _));
        Assert.False(result.Reopened);
        Assert.Equal(CaseStep.Completed, await Step(id));
    }

    private async Task<CaseId> Completed()
    {
        var id = await server.OpenCase();
        await server.Complete(id);
        await server.Link(id);
        return id;
    }

    private Task<SolvedQuestionCard?> Waiting(CaseId id) => server.Within(s => s.GetRequiredService<ISolvedQuestions>().WaitingFor(id));

    private Task<Outcome<SolvedResult>> Answer(CaseId id, SolvedAnswer answer) => server.Within(s => s.GetRequiredService<ISolvedQuestions>().Answer(id, answer));

    private Task<CaseStep> Step(CaseId id) => server.Within(async s => (await s.GetRequiredService<ICases>().Find(id, CancellationToken.None))!.Step);

    private Task<bool> Pass(CaseId id, int days) => server.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        foreach (var question in await db.Set<SolvedQuestion>().AsNoTracking().Where(q => q.CaseId == id).ToListAsync())
            await db.Set<SolvedQuestion>().Where(q => q.Id == question.Id).ExecuteUpdateAsync(q => q
                .SetProperty(x => x.AskedAt, question.AskedAt.AddDays(-days)).SetProperty(x => x.ReopensUntil, question.ReopensUntil.AddDays(-days)));
        return true;
    });
}
