using Layar.Cases.Contracts;

namespace Layar.Letters.Contracts;

/// <summary>Where a letter stands.</summary>
public enum LetterState
{
    /// <summary>Konsep, with its drafter.</summary>
    Draft,

    /// <summary>In the chain of those who check, initial, acknowledge and sign.</summary>
    InApproval,

    /// <summary>Signed and numbered; not yet given out.</summary>
    Signed,

    Issued,
    HandedOver,

    /// <summary>Dicabut: was valid once, is not any more.</summary>
    Revoked,

    /// <summary>Diganti by a newer letter.</summary>
    Superseded,

    /// <summary>Dibatalkan before it was given out; a number that it had stays with it.</summary>
    Cancelled,
}

/// <summary>The face of a letter for other modules; no personal data.</summary>
/// <param name="Number">as printed; null before the signature</param>
/// <param name="Code">verify code behind <c>/v/</c>; null before the signature</param>
/// <param name="ValidUntil">last valid day; null when it holds until revoked</param>
public sealed record LetterFace(
    LetterId Id, LetterKind Kind, LetterState State, string? Number, string? Code, string Title, DateOnly? Date, DateTime? IssuedAt, DateOnly? ValidUntil);

/// <summary>Reading letters from other modules.</summary>
public interface ILetters
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<LetterFace>> ForCase(CaseId id, CancellationToken stop);
}
