namespace Layar.Catalogue.Contracts;

/// <summary>Why a case is refused, put off, passed on, withdrawn or archived, in words for the citizen.</summary>
public sealed record Reason
{
    public required string Code { get; init; }
    public required ReasonKind Kind { get; init; }

    /// <summary>Short, for the officer's list.</summary>
    public required LocalText Label { get; init; }

    /// <summary>For the citizen.</summary>
    public required LocalText Text { get; init; }

    /// <summary>The way to object; always there for a refusal (UU 25/2009).</summary>
    public required LocalText? Objection { get; init; }

    public required bool NeedsNote { get; init; }
}

public enum ReasonKind { Reject, Postpone, OutOfDuty, Withdraw, Archive, Return }
