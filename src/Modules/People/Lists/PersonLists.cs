using Layar.Catalogue.Contracts;

namespace Layar.People.Lists;

/// <summary>A word of a list that the module brings as data.</summary>
internal sealed record ListedWord(string Code, LocalText Name, bool Sensitive = false);

/// <param name="Unit">person or family</param>
/// <param name="Excludes">programmes that should not be received beside it</param>
internal sealed record ListedProgramme(string Code, LocalText Name, string Unit, IReadOnlyList<string> Excludes);

/// <summary>Lists that the handbook names and a decree may change.</summary>
internal static class PersonLists
{
    public static readonly IReadOnlyList<ListedWord> Disabilities = DataFile.Entries<ListedWord>("disabilities");
    public static readonly IReadOnlyList<ListedWord> Resources = DataFile.Entries<ListedWord>("psks");
    public static readonly IReadOnlyList<ListedProgramme> Programmes = DataFile.Entries<ListedProgramme>("programmes");

    public static ListedProgramme? Programme(string code) => Programmes.FirstOrDefault(p => p.Code == code);
}
