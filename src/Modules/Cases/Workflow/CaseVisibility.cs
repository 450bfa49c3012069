using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Workflow;

/// <summary>
/// Which cases an officer may see: the one place that decides. Role, area of duty, division or agency, and for secret
/// cases only the manager, the kadis and the officers named for it.
/// </summary>
internal sealed class CaseVisibility(AppDb db)
{
    private static readonly string[] Nobody = [Roles.Planner, Roles.Administrator];
    private static readonly string[] OfficeWide =
    [
        Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.SectionHead, Roles.Secretary, Roles.CallCentre,
        Roles.VillageDesk, Roles.DistrictWorker, Roles.Auditor, Roles.DataProtection,
    ];
    private static readonly string[] Rapid = [Roles.Companion, Roles.Driver];
    private static readonly string[] Keepers = [Roles.Manager, Roles.Head];

    /// <summary>Only the cases this officer may see.</summary>
    public IQueryable<CaseFile> Filter(IQueryable<CaseFile> cases, StaffMember member)
    {
        if (!member.HasAny(Keepers))
        {
            var staff = member.Id.Value;
            cases = cases.Where(c => !c.Secret || db.Set<CaseOfficer>().Any(o => o.CaseId == c.Id && o.StaffId == staff));
        }
        cases = InRole(cases, member);
        return InArea(cases, member.AreaScope);
    }

    public async Task<bool> MaySee(CaseFile file, StaffMember member, CancellationToken stop)
    {
        if (!RoleSees(file, member) || !AreaSees(file, member.AreaScope)) return false;
        if (!file.Secret || member.HasAny(Keepers)) return true;
        return await db.Set<CaseOfficer>().AnyAsync(o => o.CaseId == file.Id && o.StaffId == member.Id.Value, stop);
    }

    private static IQueryable<CaseFile> InRole(IQueryable<CaseFile> cases, StaffMember member)
    {
        if (member.HasAny(OfficeWide)) return cases;
        var division = member.Division;
        if (member.Has(Roles.DivisionHead)) return cases.Where(c => c.Division == null || c.Division == division);
        if (member.Has(Roles.Agency)) return cases.Where(c => c.Agency != null && c.Agency == division);
        if (member.HasAny(Rapid)) return cases.Where(c => c.Step == CaseStep.UrgentResponse);
        return cases.Where(c => false);
    }

    private static bool RoleSees(CaseFile file, StaffMember member) =>
        member.HasAny(OfficeWide)
        || (member.Has(Roles.DivisionHead) && (file.Division is null || file.Division == member.Division))
        || (member.Has(Roles.Agency) && file.Agency is not null && file.Agency == member.Division)
        || (member.HasAny(Rapid) && file.Step == CaseStep.UrgentResponse && !member.HasAny(Nobody));

    private static IQueryable<CaseFile> InArea(IQueryable<CaseFile> cases, IReadOnlyList<string> scope)
    {
        if (scope.Count == 0) return cases;
        var districts = scope.Where(s => s.Length <= 8).ToList();
        var villages = scope.Where(s => s.Length > 8).ToList();
        return cases.Where(c => districts.Contains(c.District!) || villages.Contains(c.Area!));
    }

    private static bool AreaSees(CaseFile file, IReadOnlyList<string> scope) =>
        scope.Count == 0 || scope.Any(s => file.Area is not null && (file.Area == s || file.Area.StartsWith(s + ".", StringComparison.Ordinal)));
}
