using Layar.Cases.Contracts;
using Layar.Host.Demo.Arrivals;
using Layar.Kernel.Acts;
using Layar.Kernel.Outbox;
using Layar.Kernel.Time;
using Layar.Survey.Answering;
using Layar.Survey.Contracts;
using Layar.Survey.Index;
using Layar.Survey.Invitations;
using Layar.Survey.Solved;

namespace Layar.Host.Demo.Lives;

/// <summary>What reporters think of a completed case: the survey and "Sudah teratasi?".</summary>
internal sealed class DemoSurveys(SurveyTokens tokens, DemoWords words, DemoSize size, DateTime now)
{
    /// <summary>Rows for a case that was completed without the handlers of the product.</summary>
    public void Leave(DemoLife life, Random random)
    {
        if (life.CompletedAt is not { } closed || life.Letter is not null) return;
        var answered = closed.AddHours(3 + random.Next(200));
        var answers = Answers(random) && answered < now;
        var invitation = new SurveyInvitation
        {
            Id = new InvitationId(Guid.CreateVersion7(closed)), CaseId = life.File.Id, TokenIndex = tokens.Index(tokens.Of(life.File.Id)), Service = life.File.Service,
            CreatedAt = closed, ExpiresAt = closed + SurveyInvitation.Life, AnsweredAt = answers ? answered : null,
        };
        var invited = ActRecorder.Compose(null, invitation.Id.Value, "SurveyInvited", Actor.System, closed, touched: [life.File.Id.Value]);
        life.Rows.AddRange([invitation, invited]);
        if (answers) life.Rows.AddRange(Answer(random, life.File.Service, answered, invited));
        Solved(life, closed, random);
    }

    public bool Answers(Random random) => random.Next(100) < (size.Small ? 70 : 40);

    public IReadOnlyDictionary<string, int> Marks(Random random) => SurveyScheme.Standard.Elements.ToDictionary(e => e, e => Mark(e, random));

    public string? Comment(Random random) => random.Next(4) == 0 ? DemoWords.Pick(random, words.Say.Comments) : null;

    public static SurveyProfile? Profile(Random random, DateTime at) => random.Next(3) == 0 ? null : new SurveyProfile
    {
        Id = new SurveyProfileId(Guid.NewGuid()), Month = Month(at), Sex = DemoWords.Pick(random, SurveyProfile.Sexes), AgeGroup = DemoWords.Pick(random, SurveyProfile.Ages),
        Education = DemoWords.Pick(random, SurveyProfile.Educations), Job = DemoWords.Pick(random, SurveyProfile.Jobs),
    };

    private IEnumerable<object> Answer(Random random, string? service, DateTime at, Act invited)
    {
        yield return SurveyAnswer.Of(Marks(random), service, Comment(random), Month(at));
        if (Profile(random, at) is { } profile) yield return profile;
        yield return ActRecorder.Compose(invited, invited.Chain, "SurveyAnswered", Actor.Citizen, at);
    }

    private void Solved(DemoLife life, DateTime closed, Random random)
    {
        foreach (var question in SolvedQuestion.After(life.File.Id, new OutboxMessageId(Guid.CreateVersion7(closed)), closed))
        {
            life.Rows.Add(question);
            var at = question.AskedAt.AddHours(5 + random.Next(160));
            if (at >= now || random.Next(2) == 0) continue;
            (question.Answer, question.AnsweredAt) = (random.Next(5) == 0 ? SolvedAnswer.Partly : SolvedAnswer.Yes, at);
            life.Rows.Add(ActRecorder.Compose(null, question.Id.Value, "SolvedAnswered", Actor.Citizen, at, after: new { answer = question.Answer.ToString(), question.Round }, touched: [life.File.Id.Value]));
        }
    }

    /// <summary>Most say 3 or 4; waiting and the counter please less, people more.</summary>
    private static int Mark(string element, Random random)
    {
        var draw = random.Next(100) + (element switch { "time" or "facilities" => -14, "behaviour" or "cost" => 12, _ => 0 });
        return draw switch { < 1 => 1, < 9 => 2, < 52 => 3, _ => 4 };
    }

    private static DateOnly Month(DateTime at) => Wita.Day(at) is var day ? new DateOnly(day.Year, day.Month, 1) : default;
}
