using Layar.Catalogue.ProgrammeFiles;

namespace Layar.Catalogue.Contracts;

/// <summary>Roles as the pages about programmes name them, for links of other modules.</summary>
public static class ProgrammeRoles
{
    /// <summary>May open the list and the files of programmes.</summary>
    public static IReadOnlyList<string> Readers => ProgrammeDesk.Readers;
}
