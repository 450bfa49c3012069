using System.Globalization;
using Layar.Areas.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Texts;
using Layar.People.Contracts;
using Layar.Planning.Replays.Counting;

namespace Layar.Planning.Replays.Reading;

/// <summary>Who may do what with replays, and the names of groups.</summary>
internal sealed class ReplayDesk(TextCatalogue texts, IAreas areas, IProgrammes programmes)
{
    public static readonly IReadOnlyList<string> Beginners = StaffPageAttribute.Of<Begin.TryOutModel>();

    /// <summary>Sees whole figures, also of a handful of people.</summary>
    public static bool SeesPersons(StaffMember member) => member.HasAny(PersonRoles.Readers);

    /// <summary>A fact with the choice that is not known: <c>keadaan: telantar</c>.</summary>
    public string Name(string code, string? lacked)
    {
        if (code.Length == 0) return texts["planning.lacking.members"];
        if (programmes.Facts.Find(code) is not { } fact) return code;
        var culture = CultureInfo.CurrentUICulture;
        var name = fact.Name.In(culture);
        return lacked is { } choice ? $"{name}: {fact.Choice(choice)?.Name.In(culture) ?? choice}" : name;
    }

    public string Name(Facet facet, string? key) => key switch
    {
        null => texts["planning.group.pooled"],
        "" => texts["planning.group.unknown"],
        _ => facet switch
        {
            Facet.District or Facet.Village => areas.Describe(key) ?? key,
            Facet.Sex => texts[$"planning.sex.{key}"],
            Facet.Age => texts[$"planning.age.{key}"],
            _ => texts[$"planning.disability.{key}"],
        },
    };
}
