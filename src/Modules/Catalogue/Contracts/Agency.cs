namespace Layar.Catalogue.Contracts;

/// <summary>Somebody to whom a case can be referred.</summary>
public sealed record Agency
{
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required AgencyKind Kind { get; init; }
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>What it is there for, as one line.</summary>
    public required LocalText Competence { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }
    public required Nature Nature { get; init; }
    public required bool AwaitingConfirmation { get; init; }
}

public enum AgencyKind { Skpd, Hospital, Institution, Vertical, Organisation, Village }
