using System.Globalization;
using Layar.Catalogue.Contracts;
using Layar.Eligibility.Proofs;
using Layar.Identity.Contracts;
using Layar.Kernel.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Catalogue.ProgrammeFiles;

/// <summary>What the pages about programmes share: who may read them, and words. They are read, not changed, here.</summary>
[StaffPage(Roles.Operator, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary,
    Roles.VillageDesk, Roles.DistrictWorker, Roles.Companion, Roles.Driver, Roles.CallCentre, Roles.Agency, Roles.Planner, Roles.Auditor,
    Roles.DataProtection, Roles.Administrator)]
internal abstract class ProgrammeDesk(ICatalogue catalogue, TimeProvider time) : PageModel
{
    public static readonly IReadOnlyList<string> Readers = StaffPageAttribute.Of<ProgrammeDesk>();

    public DateOnly Today => Wita.Day(time.GetUtcNow().UtcDateTime);

    protected ICatalogue Catalogue => catalogue;

    public string Division(Programme programme) => catalogue.Instance.Divisions.First(d => d.Code == programme.Division).Name.ToString();

    protected static ReasonWords Words(IProgrammes programmes, DateOnly day) => new(CultureInfo.CurrentUICulture, programmes.Moment(day));
}
