namespace Layar.Catalogue.Contracts;

/// <summary>One of the eight entrances of the home page.</summary>
public sealed record Tile(string Code, LocalText Name, LocalText Description, string Icon, IReadOnlyList<string> Services);

public sealed record DocumentKind
{
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Hint { get; init; }

    /// <summary>Months from the issue day; null never runs out.</summary>
    public required int? ValidityMonths { get; init; }

    public required bool AwaitingConfirmation { get; init; }

    public bool HasExpired(DateOnly? issued, DateOnly day) =>
        ValidityMonths is { } months && issued is { } from && from.AddMonths(Math.Min(months, 1200)) < day;
}

/// <summary>A trouble in the words of a neighbour, with what it may mean for the office.</summary>
public sealed record Problem
{
    public required string Code { get; init; }
    public required LocalText Text { get; init; }

    /// <summary>One or two words, for marks in lists.</summary>
    public required LocalText Short { get; init; }
    public required LocalText Hint { get; init; }
    public required string Icon { get; init; }
    public required IReadOnlyList<string> Ppks { get; init; }
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Service to begin with; null leaves it to the operator.</summary>
    public required string? DefaultService { get; init; }

    /// <summary>Switches on "Keluar cepat" and neutral notices.</summary>
    public required bool Sensitive { get; init; }

    public required Nature Nature { get; init; }
    public required IReadOnlyList<string> Keywords { get; init; }
}

public enum Nature { Unknown, Social, NonSocial }

/// <summary>One of the 26 types of Permensos 8/2012.</summary>
public sealed record PpksType
{
    public required string Code { get; init; }
    public required int Number { get; init; }
    public required LocalText Name { get; init; }
    public required PpksUnit Unit { get; init; }

    /// <summary>Never suggested by the machine, hidden from lists.</summary>
    public required bool Sensitive { get; init; }

    public required int? AgeFrom { get; init; }

    /// <summary>First age that no longer fits.</summary>
    public required int? AgeBelow { get; init; }

    /// <summary>L or P; null for both.</summary>
    public required string? Sex { get; init; }

    public bool Fits(int? age, string? sex) =>
        (age is null || (AgeFrom ?? 0) <= age && age < (AgeBelow ?? int.MaxValue)) && (sex is null || Sex is null || Sex == sex);
}

public enum PpksUnit { Person, Family, Group, Community }

/// <summary>A word everybody uses that is no PPKS type: ODGJ, orang telantar.</summary>
public sealed record OperationalLabel(string Code, LocalText Name, LocalText Meaning, bool Sensitive);

public sealed record EmergencyNumber(string Number, LocalText Name, LocalText For);
