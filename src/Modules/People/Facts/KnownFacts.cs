namespace Layar.People.Facts;

/// <summary>A fact as it is read: opened, with its rank on the day.</summary>
/// <param name="Id">null for what a report brought and nobody has weighed yet</param>
internal sealed record KnownFact(PersonFactId? Id, Guid Person, string Field, string Value, string Source, DateOnly AsOf, string? CheckedBy, DateTime RecordedAt, string RecordedBy, bool Withdrawn = false) : IStated
{
    DateOnly IStated.StatedFor => AsOf;

    string? IStated.RecordedBy => Id is null ? null : RecordedBy;

    public Claim Claim => new(Source, AsOf, RecordedAt);
}

/// <summary>All that is known of a person, field by field, the believed one first.</summary>
internal sealed class KnownFacts(IReadOnlyDictionary<string, IReadOnlyList<KnownFact>> byField)
{
    public static readonly KnownFacts None = new(new Dictionary<string, IReadOnlyList<KnownFact>>());

    public IReadOnlyList<KnownFact> Of(string field) => byField.GetValueOrDefault(field) ?? [];

    /// <summary>The believed fact; null when nothing is known.</summary>
    public KnownFact? Best(string field) => Of(field).FirstOrDefault(f => !f.Withdrawn);

    public string? Value(string field) => Best(field)?.Value;

    /// <summary>Sources disagree on this field.</summary>
    public bool Disputed(string field) => Of(field).Where(f => !f.Withdrawn).Select(f => f.Value).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();

    public IEnumerable<string> Fields => byField.Keys;
}
