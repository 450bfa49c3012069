namespace Layar.Identity.Contracts;

/// <summary>Role codes, one per kind of work; they are also the names of the demo accounts.</summary>
public static class Roles
{
    public const string Operator = "operator";
    public const string FrontOffice = "frontoffice";
    public const string Supervisor = "supervisor";
    public const string Manager = "manajer";
    public const string Head = "kadis";
    public const string DivisionHead = "kabid";
    public const string SectionHead = "kasi";
    public const string Secretary = "sekretaris";
    public const string VillageDesk = "puskesos";
    public const string DistrictWorker = "tksk";
    public const string Companion = "pendamping";
    public const string Driver = "sopir";
    public const string Shelter = "shelter";
    public const string CallCentre = "callcenter";
    public const string Agency = "skpd";
    public const string Planner = "perencana";
    public const string Auditor = "auditor";
    public const string DataProtection = "dpo";
    public const string Administrator = "admin";

    public static readonly IReadOnlyList<string> All =
    [
        Operator, FrontOffice, Supervisor, Manager, Head, DivisionHead, SectionHead, Secretary, VillageDesk, DistrictWorker,
        Companion, Driver, Shelter, CallCentre, Agency, Planner, Auditor, DataProtection, Administrator,
    ];
}
