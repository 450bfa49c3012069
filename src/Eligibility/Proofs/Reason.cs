using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;

namespace Layar.Eligibility.Proofs;

/// <summary>One part of a rule with its answer and what the answer stands on.</summary>
public sealed record Reason
{
    public required Condition Condition { get; init; }
    public required Truth Truth { get; init; }

    /// <summary>Parts of groups; for the household one reason for each member.</summary>
    public IReadOnlyList<Reason> Parts { get; init; } = [];

    /// <summary>What was read, or null when nothing is known or the part asks no fact.</summary>
    public Reading? Reading { get; init; }

    /// <summary>There is an answer and it is too old.</summary>
    public bool Stale { get; init; }

    /// <summary>Place of the member in the household, for the parts of a household reason.</summary>
    public int? Member { get; init; }

    /// <summary>For <c>jumlah anggota</c>: how many surely are, and how many may be.</summary>
    public (int Sure, int Possible)? Counted { get; init; }

    /// <summary>For household reasons: others may live there of whom nothing is known.</summary>
    public bool Incomplete { get; init; }

    /// <summary>This reason and all below.</summary>
    public IEnumerable<Reason> Tree() => Parts.SelectMany(p => p.Tree()).Prepend(this);

    /// <summary>The reason that read a fact: this one, or the one that this one denies; null for all others.</summary>
    public Reason? Read => Condition.AskedFact is not null ? this : Condition is Condition.Not && Parts[0].Condition.AskedFact is not null ? Parts[0] : null;

    /// <summary>The parts that made the answer: of a no the ones that are no, of a yes the ones that are yes, of unknown those open. <c>tidak</c> stays with its fact.</summary>
    public IEnumerable<Reason> Decisive() => Parts.Count == 0 || Read is not null ? [this] : Condition is Condition.Not ? Parts[0].Decisive() : Deciding().SelectMany(p => p.Decisive());

    private IEnumerable<Reason> Deciding() => Parts.Any(p => p.Truth == Truth) ? Parts.Where(p => p.Truth == Truth) : Parts;
}

/// <summary>The answer of one rule for one person.</summary>
/// <param name="Truth">yes: eligible, no: not, or unknown</param>
/// <param name="Root">why</param>
/// <param name="Day">for which it was asked</param>
public sealed record Proof(Truth Truth, Reason Root, DateOnly Day)
{
    /// <summary>
    /// Facts that are not known and that may change the answer, each once. Empty when the answer is known. A fact that only other members of
    /// the household lack is named once too.
    /// </summary>
    public IReadOnlyList<FactDefinition> Missing { get; } = [.. Open(Root).Select(g => g.Fact).Distinct()];

    /// <summary>The same, of choices and sets only the choices that are not known: <c>label: terlantar</c>.</summary>
    public IReadOnlyList<Gap> Gaps => [.. Open(Root).Distinct()];

    /// <summary>The answer may change with people of the household who are not known yet.</summary>
    public bool LacksMembers => LacksMembersIn(Root);

    private static bool LacksMembersIn(Reason reason) => reason.Truth == Truth.Unknown && (reason.Incomplete || reason.Parts.Any(LacksMembersIn));

    private static IEnumerable<Gap> Open(Reason reason) => reason.Truth != Truth.Unknown ? []
        : reason.Condition.AskedFact is not null ? Gap.Of(reason.Condition).Where(g => !Says(reason, g))
        : reason.Incomplete ? reason.Condition.Tree().SelectMany(Gap.Of)
        : reason.Parts.SelectMany(Open);

    private static bool Says(Reason reason, Gap gap) =>
        !reason.Stale && reason.Condition is Condition.Contains && reason.Reading?.Value is { } value && value.Holds(gap.Choice) != Truth.Unknown;
}
