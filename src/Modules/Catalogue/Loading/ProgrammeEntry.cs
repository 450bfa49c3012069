using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;

namespace Layar.Catalogue.Loading;

/// <summary>A programme as its file says it, before rules are read and gaps are filled from the service.</summary>
internal sealed record ProgrammeEntry
{
    public required string Code { get; init; }
    public required ProgrammeKind Kind { get; init; }
    public required GovernmentLevel Level { get; init; }
    public required ProgrammeUnit Unit { get; init; }
    public required LocalText? Name { get; init; }
    public required LocalText? Benefit { get; init; }
    public required IReadOnlyList<ProgrammeAmount> Amounts { get; init; }
    public required LocalText? Quota { get; init; }
    public required int? Places { get; init; }
    public required ProgrammeBudget? Budget { get; init; }
    public required IReadOnlyList<Requirement>? Requirements { get; init; }
    public required int? WorkingDays { get; init; }
    public required LocalText? Cost { get; init; }
    public required string Service { get; init; }

    /// <summary>Null: the division that owns the service.</summary>
    public required string? Division { get; init; }
    public required SpmMark? Spm { get; init; }
    public required IReadOnlyList<string> ExclusiveWith { get; init; }
    public required string Rule { get; init; }
    public required IReadOnlyList<ComponentEntry> Components { get; init; }
    public required int? MostPersons { get; init; }
    public required Validity Validity { get; init; }

    /// <summary>The object of the file, to make the next version of it.</summary>
    public required string Written { get; init; }

    /// <summary>As rules name it between quotes.</summary>
    public string Choice => ChoiceOf(Code);

    public static string ChoiceOf(string code) => code.ToUpperInvariant();
}

internal sealed record ComponentEntry(string Code, LocalText Name, string Rule, long YearlyRupiah, int? Most, bool AwaitingConfirmation);

/// <param name="Fact">with its own choices</param>
/// <param name="ChoicesOfProgrammes">the choices are the programmes</param>
internal sealed record FactEntry(FactDefinition Fact, bool ChoicesOfProgrammes);

/// <param name="Parameter">one version of a figure</param>
/// <param name="Unit">what is counted</param>
/// <param name="OutsideRules">the application itself asks for it; no rule needs to name it</param>
/// <param name="Validity">its days and legal basis</param>
internal sealed record ParameterEntry(RuleParameter Parameter, FigureUnit Unit, bool OutsideRules, Validity Validity);
