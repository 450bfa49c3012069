namespace Layar.Catalogue.Contracts;

/// <summary>What the office offers, asks for and promises, read once from the data files of its instance.</summary>
public interface ICatalogue
{
    /// <summary>Services that this office offers on the day, in the order of the file.</summary>
    IReadOnlyList<Service> Services(DateOnly day);

    /// <summary>Null when unknown, not offered here, or not in force on the day.</summary>
    Service? Service(string code, DateOnly day);

    IReadOnlyList<Tile> Tiles { get; }
    IReadOnlyList<Problem> Problems { get; }
    IReadOnlyDictionary<string, DocumentKind> Documents { get; }
    IReadOnlyList<PpksType> PpksTypes { get; }
    IReadOnlyList<OperationalLabel> Labels { get; }
    IReadOnlyList<Agency> Agencies { get; }
    IReadOnlyList<EmergencyNumber> EmergencyNumbers { get; }
    Instance Instance { get; }

    /// <summary>Purposes of a statement from the register that hold on the day, in the order of the file.</summary>
    IReadOnlyList<StatementPurpose> StatementPurposes(DateOnly day);

    /// <summary>A dated figure that the application itself asks for.</summary>
    /// <param name="code">of <see cref="FigureCodes"/></param>
    /// <param name="day">before the first value the first one holds</param>
    int Figure(string code, DateOnly day);

    /// <summary>How long personal data is kept, as it holds on the day.</summary>
    IReadOnlyList<RetentionRule> Retention(DateOnly day);

    IReadOnlyList<Reason> Reasons(ReasonKind kind);
    Reason? Reason(string code);

    /// <exception cref="KeyNotFoundException">No such clock on that day; the data files are checked for every key of <see cref="ClockKeys"/>.</exception>
    ClockPolicy ClockPolicy(string key, DateOnly day);

    AssessmentForm? AssessmentForm(int version);
    AssessmentForm CurrentAssessmentForm(DateOnly day);

    /// <summary>Documents of the service that apply in these circumstances.</summary>
    IReadOnlyList<Requirement> RequirementsFor(Service service, Circumstances circumstances);

    Checklist Checklist(Service service, Circumstances circumstances, IReadOnlyCollection<HeldDocument> held, DateOnly day);

    /// <summary>Non-sensitive types that an age and sex allow; a person decides.</summary>
    IReadOnlyList<PpksType> PpksCandidates(int? age, string? sex);
}
