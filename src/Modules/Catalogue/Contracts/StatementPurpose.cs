namespace Layar.Catalogue.Contracts;

/// <summary>What a statement from the register of the State is used for.</summary>
/// <param name="Ceiling">highest decile, 1 to 10, for which the letter may be made; null when it only says what the register says</param>
public sealed record StatementPurpose(string Code, LocalText Name, int? Ceiling, Validity Validity);
