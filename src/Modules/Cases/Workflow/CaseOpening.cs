using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Outbox;
using Layar.Kernel.Time;

namespace Layar.Cases.Workflow;

internal sealed class CaseOpening(CaseClocks clocks, ICatalogue catalogue, OutboxRoutes routes) : ICaseOpening
{
    public (IReadOnlyList<object> Rows, DateTime FirstAnswerDue) Open(NewCase wanted)
    {
        var now = wanted.ReceivedAt;
        var step = wanted.Emergency ? CaseStep.UrgentResponse : CaseStep.Completeness;
        var act = ActRecorder.Compose(null, wanted.Id.Value, "CaseOpened", wanted.Actor, now,
            after: new { wanted.Number, wanted.Problem, wanted.Service, wanted.Channel, wanted.Emergency, wanted.Area });
        var file = new CaseFile
        {
            Id = wanted.Id, Number = wanted.Number, WorkflowVersion = CaseWorkflow.Version, Step = step, StepSince = now,
            Problem = wanted.Problem, Service = wanted.Service,
            Division = wanted.Service is null ? null : catalogue.Service(wanted.Service, Wita.Day(now))?.Division,
            Title = wanted.Title, Excerpt = wanted.Secret ? null : wanted.Excerpt, Area = wanted.Area, District = DistrictOf(wanted.Area),
            Channel = wanted.Channel, Emergency = wanted.Emergency, Secret = wanted.Secret, Social = wanted.Social, PersonId = wanted.PersonId,
            PhotoCount = wanted.PhotoCount, ReceivedAt = now, Open = true, Version = 1, PromisedAt = clocks.Promise(wanted.Service, now),
            Milestones = JsonSerializer.Serialize(new Dictionary<string, DateTime> { [nameof(PublicStep.Received)] = now }),
            LastAct = act.Kind, LastActor = act.ActorName, LastActAt = now,
        };
        clocks.Enter(file, step, now);
        var rows = new List<object> { file, act };
        rows.AddRange(OutboxWriter.Rows(routes, new CaseOpened(wanted.Id.Value, wanted.Emergency), now));
        return (rows, wanted.Emergency ? file.NextDueAt!.Value : clocks.Due(ClockKeys.FirstAnswer, now));
    }

    /// <summary><c>63.11.02.2004</c> → <c>63.11.02</c>.</summary>
    internal static string? DistrictOf(string? area) => area is { Length: >= 8 } ? area[..8] : null;
}
