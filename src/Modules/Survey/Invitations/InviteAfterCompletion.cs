using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.Survey.Solved;
using Microsoft.EntityFrameworkCore;

namespace Layar.Survey.Invitations;

/// <summary>A completed case gets its survey once, and at every completion the question whether the trouble is over.</summary>
internal sealed class InviteAfterCompletion(AppDb db, Change change, ICases cases, SurveyTokens tokens, ActRecorder acts) : IOutboxConsumer
{
    public const string ConsumerName = "survey.invite";

    public string Name => ConsumerName;

    public bool Wants(string eventName) => eventName == nameof(CaseMoved);

    public async Task Handle(OutboxMessage message, CancellationToken stop)
    {
        var moved = JsonSerializer.Deserialize<CaseMoved>(message.Payload)!;
        if (moved.To != nameof(CaseStep.Completed)) return;
        var outcome = await change.Run(() => Invite(new CaseId(moved.CaseId), message, stop), stop);
        if (outcome.Refusal is { } why) throw new InvalidOperationException(why.Code);
    }

    private async Task<Outcome> Invite(CaseId id, OutboxMessage message, CancellationToken stop)
    {
        var summary = await cases.Find(id, stop);
        if (summary is null) return Outcome.Success;
        if (!await db.Set<SurveyInvitation>().AnyAsync(i => i.CaseId == id, stop))
        {
            var invitation = new SurveyInvitation
            {
                Id = new InvitationId(Guid.CreateVersion7(message.At)), CaseId = id, TokenIndex = tokens.Index(tokens.Of(id)),
                Service = summary.Service, CreatedAt = message.At, ExpiresAt = message.At + SurveyInvitation.Life,
            };
            db.Add(invitation);
            await acts.Record(invitation.Id.Value, "SurveyInvited", Actor.System, stop, touched: [id.Value]);
        }
        if (!await db.Set<SolvedQuestion>().AnyAsync(q => q.Closing == message.Id, stop)) db.AddRange(SolvedQuestion.After(id, message.Id, message.At));
        return Outcome.Success;
    }
}
