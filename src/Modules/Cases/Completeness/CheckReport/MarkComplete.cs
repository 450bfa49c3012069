using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Completeness.CheckReport;

/// <summary>"Lengkap": nothing that the service asks for is missing without a stated reason.</summary>
internal sealed class MarkComplete(AppDb db, Change change, CaseAtHand hand, CaseProcess process, CaseVisibility visibility, Checklists checklists, IPersons persons)
{
    public Task<Outcome> Handle(string number, int version, StaffMember member, CancellationToken stop) => change.Run(async () =>
    {
        if (!(await hand.Take(number, member, version, stop)).TryGet(out var file, out var refusal)) return refusal;
        var person = file.PersonId is { } id ? (await persons.Find(id, stop))?.Facts : null;
        var list = await checklists.Of(file, person, stop);
        if (list.Service is null) return new Refusal("completeness.refused.service", "Service");
        var blocking = list.Blocking.ToList();
        if (blocking.Count > 0)
            return new Refusal("completeness.refused.missing", $"Documents[{blocking[0].Choices[0].Code}].State", string.Join(", ", blocking.Select(b => b.Name)));
        return await process.Do(file, CaseActKind.MarkComplete, member, new(version, After: new { documents = list.Present, asked = list.Asked }), stop);
    }, stop);

    /// <summary>Number of the case that the operator should take next; null when the desk is clear.</summary>
    public Task<string?> Next(StaffMember member, CancellationToken stop) =>
        visibility.Filter(db.Set<CaseFile>().AsNoTracking(), member).Where(c => c.Step == CaseStep.Completeness)
            .OrderBy(c => c.NextDueAt).ThenBy(c => c.Id).Select(c => c.Number).FirstOrDefaultAsync(stop);
}
