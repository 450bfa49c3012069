using Layar.People.Persons;
using Layar.People.Verval;

namespace Layar.People.Contracts;

/// <summary>Roles as the pages about persons name them, for links of other modules.</summary>
public static class PersonRoles
{
    /// <summary>May open the list and the pages of persons.</summary>
    public static IReadOnlyList<string> Readers => PersonDesk.Readers;

    /// <summary>May open the cycles of verification and validation.</summary>
    public static IReadOnlyList<string> Verification => CyclesModel.Readers;
}
