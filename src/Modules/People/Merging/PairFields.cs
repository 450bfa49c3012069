using System.Globalization;
using Layar.Linkage.Pairs;
using Layar.People.Candidates;
using Layar.People.Contracts;
using Layar.People.Facts;

namespace Layar.People.Merging;

/// <summary>What two persons are compared by, and the weights, which are data.</summary>
internal sealed class PairFields(PersonIndex index)
{
    private static readonly PairWeigher Weigher = new(PairModel.Parse(Read()));

    /// <param name="years">age today, when only that is known</param>
    public static IReadOnlyDictionary<string, string?> Of(PersonFacts facts, int? years) => new Dictionary<string, string?>
    {
        ["name"] = facts.Name ?? facts.Alias, ["nik"] = facts.Nik, ["birthDate"] = FactField.Text(facts.BirthDate), ["age"] = years?.ToString(CultureInfo.InvariantCulture),
        ["sex"] = facts.Sex == "unknown" ? null : facts.Sex, ["area"] = facts.Area, ["address"] = facts.Address, ["familyCard"] = facts.FamilyCard,
    };

    public WeighedPair Weigh(IReadOnlyDictionary<string, string?> left, IReadOnlyDictionary<string, string?> right)
    {
        // Two birthdays say more than the ages that follow from them: one of the two is evidence, not both.
        var dated = left["birthDate"] is not null && right["birthDate"] is not null;
        return Weigher.Weigh(dated ? Without(left) : left, right, index.Count, (field, value) => field == "name" ? index.Share(value) : null);
    }

    private static Dictionary<string, string?> Without(IReadOnlyDictionary<string, string?> fields) => fields.Where(f => f.Key != "age").ToDictionary();

    private static string Read()
    {
        using var stream = typeof(PairFields).Assembly.GetManifestResourceStream("Layar.People.Data.pair-model.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
