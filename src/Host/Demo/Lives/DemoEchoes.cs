using Layar.Cases.Contracts;
using Layar.Host.Demo.Arrivals;
using Layar.Host.Demo.Correspondence;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Survey.Answering;
using Layar.Survey.Contracts;
using Layar.Survey.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.Demo.Lives;

/// <summary>Reporters answer after the hand-over: the survey by its link, and whether the trouble is over.</summary>
internal sealed class DemoEchoes(AppDb db, AnswerSurveyHandler survey, ISolvedQuestions solved, SurveyTokens tokens, DemoSurveys surveys, DemoClock clock, DateTime now)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Until every message so far has reached its consumers.</summary>
    public async Task Delivered(CancellationToken stop)
    {
        var until = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < until && await db.Set<OutboxDelivery>().AnyAsync(d => d.State == DeliveryState.Waiting && d.Attempts == 0, stop)) await Task.Delay(200, stop);
    }

    public async Task Answer(DemoLetter letter, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var random = new Random(letter.Seed + 1);
        var at = letter.HandedAt.AddHours(2 + random.Next(120));
        var answers = surveys.Answers(random) && at < now;
        if (answers)
        {
            clock.Set(at);
            var profile = DemoSurveys.Profile(random, at);
            await survey.Handle(tokens.Of(letter.Case).Value, new AnswerSurvey(surveys.Marks(random), surveys.Comment(random), profile?.Sex, profile?.AgeGroup, profile?.Education, profile?.Job), stop);
        }
        await Solved(letter, random, stop);
    }

    /// <summary>"Belum" within a fortnight opens the case again.</summary>
    private async Task Solved(DemoLetter letter, Random random, CancellationToken stop)
    {
        var at = letter.HandedAt.AddHours(6 + random.Next(90));
        if (letter.Story == DemoLetterStory.NotSolved) at = at < now ? at : now.AddMinutes(-5);
        else if (at >= now || random.Next(3) == 0) return;
        clock.Set(at);
        var answer = letter.Story == DemoLetterStory.NotSolved ? SolvedAnswer.No : random.Next(5) == 0 ? SolvedAnswer.Partly : SolvedAnswer.Yes;
        await solved.Answer(letter.Case, answer, stop);
    }
}
