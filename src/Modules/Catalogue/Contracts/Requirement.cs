namespace Layar.Catalogue.Contracts;

/// <summary>A document that a service asks for, and when it does not ask.</summary>
public sealed record Requirement
{
    public required string Document { get; init; }
    public required RequirementNeed Need { get; init; }

    /// <summary>Documents of one group stand in for each other: any one is enough.</summary>
    public required string? Group { get; init; }

    /// <summary>Requirements with the same mark are one line: a group, or a document that stands alone.</summary>
    public string Line => Group ?? Document;

    /// <summary>Asked only when one of these holds; none means always.</summary>
    public required Circumstances OnlyIf { get; init; }

    /// <summary>Not asked when one of these holds.</summary>
    public required Circumstances WaivedIf { get; init; }

    public bool AppliesTo(Circumstances circumstances) =>
        (OnlyIf == Circumstances.None || (OnlyIf & circumstances) != 0) && (WaivedIf & circumstances) == 0;
}

public enum RequirementNeed { Required, IfAny, OneOf }

[Flags]
public enum Circumstances
{
    None = 0,
    /// <summary>Papers may follow later.</summary>
    Emergency = 1,
    /// <summary>Under 17 and without an identity card of one's own.</summary>
    Child = 2,
    Newborn = 4,
    UnknownIdentity = 8,
    NoFamily = 16,
    /// <summary>Found in the social registry (DTSEN).</summary>
    Registered = 32,
    Represented = 64,
    OutsideArea = 128,
    Surgery = 256,
}
