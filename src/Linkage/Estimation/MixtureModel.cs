using Layar.Linkage.Comparison;

namespace Layar.Linkage.Estimation;

/// <summary>
/// Fellegi and Sunter 1969 with a third class: a pair is the same person (probabilities m), two members of one household (h: the family's
/// name, address and telephone agree as with the same person, what belongs to the person as with strangers) or strangers (u).
/// </summary>
internal sealed class MixtureModel
{
    public required int[] Parents { get; init; }

    public required LevelTable M { get; init; }

    public required LevelTable U { get; init; }

    public required LevelTable H { get; init; }

    /// <summary>Share of the same person among all pairs, also those that blocking left out.</summary>
    public double Same { get; set; }

    /// <summary>Share of pairs of one household among all pairs.</summary>
    public double Household { get; set; }

    public int Fields => Parents.Length;

    /// <summary>Level of the parent where that is known, else 0: the row to read.</summary>
    public int Row(ulong pattern, int field) => Parents[field] < 0 ? 0 : PairComparer.Level(pattern, Parents[field]);
}
