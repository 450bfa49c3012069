using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Proofs;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Catalogue.ProgrammeFiles;

/// <summary>What the pages about programmes share: who may read and change them, and words.</summary>
[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary,
    Roles.VillageDesk, Roles.DistrictWorker, Roles.Companion, Roles.Driver, Roles.CallCentre, Roles.Agency, Roles.Planner, Roles.Auditor,
    Roles.DataProtection, Roles.Administrator)]
internal abstract class ProgrammeDesk(ICatalogue catalogue, TimeProvider time) : PageModel
{
    public static readonly IReadOnlyList<string> Readers = StaffPageAttribute.Of<ProgrammeDesk>();

    /// <summary>Write versions of programmes.</summary>
    public static readonly IReadOnlyList<string> Planners = [Roles.Planner, Roles.Administrator];

    /// <summary>Put in force what somebody else wrote.</summary>
    public static readonly IReadOnlyList<string> Activators = [Roles.Head, Roles.Planner, Roles.Administrator];

    /// <summary>Find the way to trying a rule out.</summary>
    public static readonly IReadOnlyList<string> Triers = [Roles.Planner, Roles.Administrator, Roles.Head, Roles.Manager, Roles.DivisionHead];

    public DateOnly Today => Wita.Day(time.GetUtcNow().UtcDateTime);

    protected ICatalogue Catalogue => catalogue;

    public string Division(Programme programme) => catalogue.Instance.Divisions.First(d => d.Code == programme.Division).Name.ToString();

    protected static ReasonWords Words(IProgrammes programmes, DateOnly day) => new(CultureInfo.CurrentUICulture, programmes.Moment(day));
}
