using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Time;

namespace Layar.Cases.Completeness.ChooseService;

/// <summary>Gives a case its service: with it come the documents, the division and the promised days.</summary>
internal sealed class ChooseService(Change change, CaseAtHand hand, ICatalogue catalogue, CaseClocks clocks, WorkingCalendar calendar, Checklists checklists)
{
    public Task<Outcome> Handle(string number, string? code, int version, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(number, member, version, stop)).TryGet(out var file, out var refusal)) return refusal;
        if (!member.Has(Roles.Operator)) return new Refusal("cases.refused.role");
        if (file.Step != CaseStep.Completeness) return new Refusal("cases.refused.step");
        if (catalogue.Service(code ?? "", checklists.Today) is not { } service) return new Refusal("completeness.refused.service", "Service");
        Promise(file, service.Code);
        var before = file.Service;
        (file.Service, file.Division) = (service.Code, service.Division);
        await hand.Mark(file, "ServiceChosen", member.As([Roles.Operator]), new { from = before, to = service.Code }, stop);
        return Outcome.Success;
    }, stop);

    /// <summary>The promise of the new service, moved by as much as pauses have moved the old one.</summary>
    private void Promise(CaseFile file, string service)
    {
        if (file.PromisedAt is not { } promised) return;
        var moved = calendar.WorkingTimeBetween(clocks.Promise(file.Service, file.ReceivedAt), promised);
        var fresh = clocks.Promise(service, file.ReceivedAt);
        file.PromisedAt = moved > TimeSpan.Zero ? calendar.AddWorkingTime(fresh, moved) : fresh;
    }
}
