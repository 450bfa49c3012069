using Layar.Catalogue.Contracts;

namespace Layar.People.Lists;

/// <summary>A word of a list that the module brings as data.</summary>
internal sealed record ListedWord(string Code, LocalText Name, bool Sensitive = false);

/// <summary>Lists that the handbook names and a decree may change.</summary>
internal static class PersonLists
{
    public static readonly IReadOnlyList<ListedWord> Disabilities = DataFile.Entries<ListedWord>("disabilities");
    public static readonly IReadOnlyList<ListedWord> Resources = DataFile.Entries<ListedWord>("psks");
}
