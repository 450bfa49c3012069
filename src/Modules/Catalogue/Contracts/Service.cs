namespace Layar.Catalogue.Contracts;

/// <summary>One version of a service as this office offers it. A change by decree is a new version with its own days.</summary>
public sealed record Service
{
    public required string Code { get; init; }
    public required string Tile { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Description { get; init; }
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    /// <summary>Promised working days from a complete file to the result.</summary>
    public required int WorkingDays { get; init; }

    public required LocalText Cost { get; init; }

    /// <summary>Code of the division (bidang) of this instance that owns the service.</summary>
    public required string Division { get; init; }

    public required SpmMark? Spm { get; init; }

    /// <summary>Kind of letter that ends the service, or null when none is issued.</summary>
    public required string? LetterKind { get; init; }

    /// <summary>Archive classification, Permendagri 83/2022.</summary>
    public required string Classification { get; init; }

    public required IReadOnlyList<ApprovalStep> Approval { get; init; }
    public required bool HomeVisit { get; init; }
    public required Validity Validity { get; init; }
}

/// <summary>Service 1 to 5 of PP 2/2018 and component a to m of Permensos 9/2018; service 0 counts under the service of the person's group.</summary>
public sealed record SpmMark(int Service, string Component);

public sealed record ApprovalStep(string Role, ApprovalAction Action);

public enum ApprovalAction { Check, Paraf, Acknowledge, Sign }
