namespace Layar.Eligibility.Facts;

/// <summary>One thing that rules may ask about. The list of them is data, see <see cref="FactCatalogue"/>.</summary>
public sealed record FactDefinition
{
    /// <summary>The word in the rules: small letters, digits and <c>_</c>, beginning with a letter.</summary>
    public required string Code { get; init; }
    public required FactType Type { get; init; }
    public required FactScope Scope { get; init; }

    /// <summary>How it is called in the middle of a sentence: <c>usia</c>.</summary>
    public required Words Name { get; init; }

    /// <summary>What to ask when it is not known.</summary>
    public required Words Question { get; init; }

    /// <summary>Behind a number: <c>tahun</c>.</summary>
    public Words? Unit { get; init; }

    /// <summary>Of <see cref="FactType.Choice"/>, <see cref="FactType.Set"/> and <see cref="FactType.History"/>; at most 64.</summary>
    public IReadOnlyList<FactChoice> Choices { get; init; } = [];

    /// <summary>Days after which an answer is too old to decide with; null never.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>Numbers outside are typing errors of a rule.</summary>
    public int Lowest { get; init; } = -2_000_000_000;
    public int Highest { get; init; } = 2_000_000_000;

    public FactChoice? Choice(string code) => Choices.FirstOrDefault(c => c.Code == code);

    /// <summary>A catalogue names each fact once; a fact changed by the office is another one until rules are read anew.</summary>
    public bool Equals(FactDefinition? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}

/// <param name="Code">as written between quotes in a rule</param>
/// <param name="Name">for people</param>
public sealed record FactChoice(string Code, Words Name);
