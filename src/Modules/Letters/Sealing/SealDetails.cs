namespace Layar.Letters.Sealing;

/// <param name="Signer">Name of the office, with the official who decided.</param>
/// <param name="Reason">Why it was signed: kind and number of the letter.</param>
/// <param name="Location">The seat of the office.</param>
/// <param name="SignedAtUtc">The time of the decision.</param>
internal sealed record SealDetails(string Signer, string Reason, string Location, DateTime SignedAtUtc);
