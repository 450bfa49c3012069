using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;
using Layar.Survey.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Layar.Survey.Answering;

/// <param name="Marks">1 to 4 by element key; all nine or it is refused before</param>
internal sealed record AnswerSurvey(IReadOnlyDictionary<string, int> Marks, string? Comment, string? Sex, string? AgeGroup, string? Education, string? Job)
{
    public bool HasProfile => (Sex ?? AgeGroup ?? Education ?? Job) is not null;
}

internal enum SurveyDoor { Open, Used, Closed }

internal sealed class AnswerSurveyHandler(AppDb db, Change change, SurveyTokens tokens, ActRecorder acts, TimeProvider clock)
{
    public const string Used = "survey.refused.used";
    public const string Closed = "survey.refused.closed";

    public async Task<SurveyDoor> Door(string? token, CancellationToken stop) => Door(await Find(token, stop));

    /// <summary>Once: of two answers at the same moment the second changes no row and is refused.</summary>
    public Task<Outcome> Handle(string? token, AnswerSurvey answer, CancellationToken stop) => change.Run(async () =>
    {
        var invitation = await Find(token, stop);
        if (Door(invitation) is var door and not SurveyDoor.Open) return new Refusal(door == SurveyDoor.Used ? Used : Closed);
        var now = clock.GetUtcNow().UtcDateTime;
        var taken = await db.Set<SurveyInvitation>().Where(i => i.Id == invitation!.Id && i.AnsweredAt == null)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.AnsweredAt, now), stop);
        if (taken == 0) return new Refusal(Used);
        var day = Wita.Day(now);
        db.Add(SurveyAnswer.Of(answer.Marks, invitation!.Service, answer.Comment, day));
        if (answer.HasProfile)
            db.Add(new SurveyProfile
            {
                Id = new SurveyProfileId(Guid.NewGuid()), Month = new DateOnly(day.Year, day.Month, 1),
                Sex = answer.Sex, AgeGroup = answer.AgeGroup, Education = answer.Education, Job = answer.Job,
            });
        await acts.Record(invitation.Id.Value, "SurveyAnswered", Actor.Citizen, stop);
        return Outcome.Success;
    }, stop);

    private async Task<SurveyInvitation?> Find(string? token, CancellationToken stop)
    {
        if (!LinkSecret.Parse(token).TryGet(out var secret, out _)) return null;
        var index = tokens.Index(secret);
        return await db.Set<SurveyInvitation>().AsNoTracking().FirstOrDefaultAsync(i => i.TokenIndex == index, stop);
    }

    private SurveyDoor Door(SurveyInvitation? invitation) => invitation switch
    {
        null => SurveyDoor.Closed,
        { AnsweredAt: not null } => SurveyDoor.Used,
        _ => invitation.ExpiresAt > clock.GetUtcNow().UtcDateTime ? SurveyDoor.Open : SurveyDoor.Closed,
    };
}
