using Layar.Eligibility.Language;

namespace Layar.Catalogue.Contracts;

/// <summary>One aid or service that a person, a household or a group may get, as this office offers it on a day.</summary>
public sealed record Programme
{
    public required string Code { get; init; }
    public required ProgrammeKind Kind { get; init; }

    /// <summary>Who gives it.</summary>
    public required GovernmentLevel Level { get; init; }
    public required ProgrammeUnit Unit { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Benefit { get; init; }
    public required IReadOnlyList<ProgrammeAmount> Amounts { get; init; }

    /// <summary>How many can get it, in words; null when no figure is known.</summary>
    public required LocalText? Quota { get; init; }

    /// <summary>Places that this office has in one year, in the unit of the programme; null without a quota of its own.</summary>
    public required int? Places { get; init; }

    /// <summary>What this office may spend; null when it spends nothing or the figure is not known.</summary>
    public required ProgrammeBudget? Budget { get; init; }
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    /// <summary>Promised working days from a complete file to the result or to the proposal.</summary>
    public required int WorkingDays { get; init; }
    public required LocalText Cost { get; init; }

    /// <summary>Code of the service by which it is asked for at this office.</summary>
    public required string Service { get; init; }

    /// <summary>Code of the division that owns the programme: the one it names, or that of its service.</summary>
    public required string Division { get; init; }
    public required SpmMark? Spm { get; init; }

    /// <summary>Codes of programmes that nobody gets beside this one.</summary>
    public required IReadOnlyList<string> ExclusiveWith { get; init; }

    /// <summary>Who may get it.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Amounts by member of the household, for programmes that count members.</summary>
    public required IReadOnlyList<HouseholdComponent> Components { get; init; }

    /// <summary>Members counted at most, over all components.</summary>
    public required int? MostPersons { get; init; }
    public required Validity Validity { get; init; }

    /// <summary>The figures of this programme, or one of them, await confirmation by the office.</summary>
    public bool AwaitsConfirmation => Validity.AwaitingConfirmation || Amounts.Any(a => a.AwaitingConfirmation) || Components.Any(c => c.AwaitingConfirmation);
}

public enum ProgrammeKind { Aid, Service }

public enum GovernmentLevel { Centre, Province, Regency, Village, Private }

public enum ProgrammeUnit { Person, Household, Group }

/// <param name="Rupiah">whole rupiah</param>
/// <param name="Year">calendar year</param>
/// <param name="Line">account code of the budget (kode rekening)</param>
public sealed record ProgrammeBudget(long Rupiah, int Year, string Line);

/// <param name="Rupiah">whole rupiah</param>
/// <param name="Per">how often</param>
/// <param name="For">for what or whom</param>
/// <param name="AwaitingConfirmation">nobody has checked the figure</param>
public sealed record ProgrammeAmount(long Rupiah, AmountPeriod Per, LocalText For, bool AwaitingConfirmation);

public enum AmountPeriod { Month, Quarter, Year, Once }

public static class AmountPeriods
{
    /// <summary>How often in a year it is given; what is given once counts in the year in which it is given.</summary>
    public static int InOneYear(this AmountPeriod period) => period switch { AmountPeriod.Month => 12, AmountPeriod.Quarter => 4, _ => 1 };
}

/// <param name="Code">of the component</param>
/// <param name="Name">for people</param>
/// <param name="Rule">whether a member of the household counts</param>
/// <param name="YearlyRupiah">for each member who counts</param>
/// <param name="Most">members who count at most; null without own ceiling</param>
/// <param name="AwaitingConfirmation">nobody has checked the figure</param>
public sealed record HouseholdComponent(string Code, LocalText Name, Rule Rule, long YearlyRupiah, int? Most, bool AwaitingConfirmation);
