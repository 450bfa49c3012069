using Layar.Cases.Contracts;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Files;

/// <summary>Puts a known person in the place of the one who is written on a case. The one before stays a person.</summary>
internal sealed class AttachPerson(AppDb db, Change change, CaseProcess process, CaseVisibility visibility, IPersons persons)
{
    public const string Kind = "PersonAttached";

    public Task<Outcome> Do(CaseId id, PersonId person, int version, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        var file = await db.Set<CaseFile>().FirstOrDefaultAsync(c => c.Id == id, stop);
        if (file is null || !await visibility.MaySee(file, member, stop)) return new Refusal("cases.refused.not-found");
        if (!member.HasAny(CaseCorrection.Roles)) return new Refusal("cases.refused.role");
        if (!file.Open) return new Refusal("cases.refused.step");
        if (version != file.Version) return CaseProcess.ChangedMeanwhile(file);
        if (await persons.Find(person, stop) is not { } known) return new Refusal("cases.refused.not-found");
        if (file.PersonId == known.Id) return new Refusal("cases.refused.same");
        var before = file.PersonId;
        file.PersonId = known.Id;
        List<Guid> touched = before is { } one ? [known.Id.Value, one.Value] : [known.Id.Value];
        await process.Note(file, Kind, member.As(CaseCorrection.Roles), new { person = before?.Value }, new { person = known.Id.Value }, stop, touched);
        return Outcome.Success;
    }, stop);
}
