using Layar.Identity.Contracts;

namespace Layar.Identity.Sessions;

/// <summary>From manager upwards, and for whoever sees or changes everything, a second factor is not a choice.</summary>
internal static class SecondFactorRule
{
    private static readonly HashSet<string> Needed = new(StringComparer.Ordinal)
    {
        Roles.Manager, Roles.Head, Roles.DivisionHead, Roles.SectionHead, Roles.Secretary,
        Roles.Administrator, Roles.Auditor, Roles.DataProtection,
    };

    public static bool Asks(StaffMember member) => member.HasAny(Needed);
}
