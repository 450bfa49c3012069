using Layar.Cases.Contracts;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Files;

/// <summary>One case on the page of its person.</summary>
internal sealed record CaseOfPerson(string Number, string Title, string Step, bool Open, DateTime ReceivedAt);

/// <param name="MayAskRegistry">may have a statement from the register made of an open case</param>
internal sealed record CasesOfOne(IReadOnlyList<CaseOfPerson> Cases, bool MayAskRegistry);

/// <summary>"Kasus" on the page of a person: those of the person and of everybody merged into it, as far as the officer may see them.</summary>
internal sealed class CasesOfPerson(AppDb db, CaseVisibility visibility, CaseWords words) : IPersonPanel
{
    private const int Most = 30;

    /// <summary>Who drafts letters of a case.</summary>
    private static readonly string[] Drafters = [Roles.Operator, Roles.Manager, Roles.SectionHead, Roles.DivisionHead];

    public int Order => 10;

    public async Task<PersonPanelContent?> For(IReadOnlyList<PersonId> persons, StaffMember viewer, CancellationToken stop)
    {
        if (!viewer.HasAny(CaseDeskPage.Readers)) return null;
        var ids = persons.Select(p => (PersonId?)p).ToList();
        var rows = await visibility.Filter(db.Set<CaseFile>().AsNoTracking().Where(c => ids.Contains(c.PersonId)), viewer)
            .OrderByDescending(c => c.ReceivedAt).Take(Most).Select(c => new { c.Number, c.Title, c.Step, c.Open, c.ReceivedAt }).ToListAsync(stop);
        return new PersonPanelContent("/Files/OfPerson/_Cases.cshtml", new CasesOfOne([.. rows.Select(c => new CaseOfPerson(c.Number, c.Title, words.Step(c.Step), c.Open, c.ReceivedAt))], viewer.HasAny(Drafters)));
    }
}

/// <summary>Who is named for a secret case of a person.</summary>
internal sealed class OfficersOfPersons(AppDb db) : IRestrictedPersons
{
    public Task<bool> IsNamedFor(IReadOnlyList<PersonId> persons, StaffMember member, CancellationToken stop)
    {
        var (ids, staff) = (persons.Select(p => (PersonId?)p).ToList(), member.Id.Value);
        return db.Set<CaseFile>().AnyAsync(c => ids.Contains(c.PersonId) && c.Secret && db.Set<CaseOfficer>().Any(o => o.CaseId == c.Id && o.StaffId == staff), stop);
    }
}
