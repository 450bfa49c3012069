using System.Linq.Expressions;
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
    private static readonly string[] OfficeWide =
    [
        Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.SectionHead, Roles.Secretary, Roles.CallCentre,
        Roles.VillageDesk, Roles.DistrictWorker, Roles.Auditor, Roles.DataProtection,
    ];
    private static readonly string[] Rapid = [Roles.Companion, Roles.Driver];
    private static readonly string[] Keepers = [Roles.Manager, Roles.Head];

    /// <summary>Whether secret cases are seen without being named for each.</summary>
    public static bool SeesSecrets(StaffMember member) => member.HasAny(Keepers);

    /// <summary>Only the cases this officer may see.</summary>
    public IQueryable<CaseFile> Filter(IQueryable<CaseFile> cases, StaffMember member)
    {
        return InArea(WithoutSecrets(cases, member).Where(InRole(member)), member.AreaScope);
    }

    /// <summary>Leaves out secret cases for which this officer is not named.</summary>
    public IQueryable<CaseFile> WithoutSecrets(IQueryable<CaseFile> cases, StaffMember member)
    {
        if (SeesSecrets(member)) return cases;
        var staff = member.Id.Value;
        return cases.Where(c => !c.Secret || db.Set<CaseOfficer>().Any(o => o.CaseId == c.Id && o.StaffId == staff));
    }

    /// <summary>The same as <see cref="Filter"/> as a condition in SQL on <c>case_file</c>; a test holds the two to each other.</summary>
    /// <param name="values">parameters so far; those of the condition are added</param>
    /// <remarks>An officer may be named for tens of thousands of cases. Each secret row is looked up by itself: for IN and for EXISTS a database may gather all of them for every question.</remarks>
    public static string Sql(StaffMember member, SqlValues values)
    {
        var secret = SeesSecrets(member) ? "true" : $"(NOT secret OR (SELECT 1 FROM case_officer WHERE case_id = case_file.id AND staff_id = {values.Add(member.Id.Value)}) IS NOT NULL)";
        return $"{secret} AND {RoleSql(member, values)} AND {AreaSql(member.AreaScope, values)}";
    }

    private static string RoleSql(StaffMember member, SqlValues values)
    {
        if (member.HasAny(OfficeWide)) return "true";
        var ways = new List<string>();
        if (member.Has(Roles.DivisionHead)) ways.Add(member.Division is null ? "division IS NULL" : $"division IS NULL OR division = {values.Add(member.Division)}");
        if (member.Has(Roles.Agency) && member.Division is not null) ways.Add($"agency = {values.Add(member.Division)}");
        if (member.HasAny(Rapid)) ways.Add($"step = '{CaseStep.UrgentResponse}'");
        return ways.Count == 0 ? "false" : $"({string.Join(" OR ", ways)})";
    }

    private static string AreaSql(IReadOnlyList<string> scope, SqlValues values) => scope.Count == 0 ? "true"
        : "(" + string.Join(" OR ", scope.Select(s => s.Length switch
        {
            8 => $"district = {values.Add(s)}",
            > 8 => $"area = {values.Add(s)}",
            _ => $"area LIKE {values.Add(s + ".%")}",
        })) + ")";

    /// <summary>As below, when the officers named for the case are at hand.</summary>
    public static bool MaySee(CaseFile file, IEnumerable<CaseOfficer> named, StaffMember member) =>
        WouldSee(file, member) && (!file.Secret || SeesSecrets(member) || named.Any(o => o.StaffId == member.Id.Value));

    public async Task<bool> MaySee(CaseFile file, StaffMember member, CancellationToken stop)
    {
        if (!WouldSee(file, member)) return false;
        if (!file.Secret || SeesSecrets(member)) return true;
        return await db.Set<CaseOfficer>().AnyAsync(o => o.CaseId == file.Id && o.StaffId == member.Id.Value, stop);
    }

    private static Expression<Func<CaseFile, bool>> InRole(StaffMember member)
    {
        if (member.HasAny(OfficeWide)) return c => true;
        var own = member.Division;
        return (member.Has(Roles.DivisionHead), member.Has(Roles.Agency) && own is not null, member.HasAny(Rapid)) switch
        {
            (true, true, true) => c => c.Division == null || c.Division == own || c.Agency == own || c.Step == CaseStep.UrgentResponse,
            (true, true, false) => c => c.Division == null || c.Division == own || c.Agency == own,
            (true, false, true) => c => c.Division == null || c.Division == own || c.Step == CaseStep.UrgentResponse,
            (true, false, false) => c => c.Division == null || c.Division == own,
            (false, true, true) => c => c.Agency == own || c.Step == CaseStep.UrgentResponse,
            (false, true, false) => c => c.Agency == own,
            (false, false, true) => c => c.Step == CaseStep.UrgentResponse,
            _ => c => false,
        };
    }

    private static bool WouldSee(CaseFile file, StaffMember member) => RoleSees(file, member) && member.MaySeeArea(file.Area);

    private static bool RoleSees(CaseFile file, StaffMember member) =>
        member.HasAny(OfficeWide)
        || (member.Has(Roles.DivisionHead) && (file.Division is null || file.Division == member.Division))
        || (member.Has(Roles.Agency) && member.Division is not null && file.Agency == member.Division)
        || (member.HasAny(Rapid) && file.Step == CaseStep.UrgentResponse);

    private static IQueryable<CaseFile> InArea(IQueryable<CaseFile> cases, IReadOnlyList<string> scope)
    {
        if (scope.Count == 0) return cases;
        var districts = scope.Where(s => s.Length == 8).ToList();
        var villages = scope.Where(s => s.Length > 8).ToList();
        var whole = scope.Where(s => s.Length < 8).Select(s => s + ".").ToList();
        if (whole.Count > 0)
            return cases.Where(c => districts.Contains(c.District!) || villages.Contains(c.Area!) || whole.Any(w => c.Area!.StartsWith(w)));
        if (villages.Count == 0) return cases.Where(c => districts.Contains(c.District!));
        return districts.Count == 0
            ? cases.Where(c => villages.Contains(c.Area!))
            : cases.Where(c => districts.Contains(c.District!) || villages.Contains(c.Area!));
    }
}
