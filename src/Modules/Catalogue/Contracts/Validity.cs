namespace Layar.Catalogue.Contracts;

/// <summary>When and on what legal ground an entry holds. Both days are included; no last day means until further notice.</summary>
public sealed record Validity(DateOnly From, DateOnly? To, LocalText LegalBasis, bool AwaitingConfirmation)
{
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    public bool Overlaps(Validity other) =>
        From <= (other.To ?? DateOnly.MaxValue) && other.From <= (To ?? DateOnly.MaxValue);
}
