namespace Layar.Letters.Contracts;

/// <summary>A letter was signed, numbered and printed; it may be handed over.</summary>
public sealed record LetterIssued(Guid LetterId, Guid CaseId, string Kind);

/// <summary>A letter is in somebody's hands.</summary>
public sealed record LetterHandedOver(Guid LetterId, Guid CaseId);

/// <summary>A letter that was valid is not any more: revoked or superseded.</summary>
public sealed record LetterEnded(Guid LetterId, Guid CaseId, string State);
