namespace Layar.Catalogue.Contracts;

/// <summary>One thing that the house knows of a person, as it stands where it was written down. Which facts of the rules it tells is data (known-facts.json).</summary>
/// <param name="Kind">where it stands</param>
/// <param name="Key">code of the type, label, disability or programme; the question of the visit; the fact that was asked for; the paper; or <c>age</c>, <c>estimated-age</c>, <c>age-group</c>, <c>sex</c>, <c>nik-area</c> of the person; the column of the register</param>
/// <param name="Values">answers; empty where the key says all</param>
/// <param name="Source">for people: <c>Kunjungan rumah</c></param>
/// <param name="AsOf">the day for which it was said</param>
/// <param name="Ended">the last day on which it held; null while it holds</param>
public sealed record Trace(TraceKind Kind, string Key, IReadOnlyList<string> Values, string Source, DateOnly AsOf, DateOnly? Ended = null);

public enum TraceKind
{
    /// <summary>Age and sex.</summary>
    Person,
    Ppks,
    Label,
    Disability,

    /// <summary>A programme somebody receives or received.</summary>
    Programme,

    /// <summary>An answer of a home visit.</summary>
    Assessment,

    /// <summary>What a register of the State says in a release in force.</summary>
    Registry,

    /// <summary>The reporter's answer to a question about a fact.</summary>
    Answer,

    /// <summary>A paper of the checklist, by its code: <c>ada</c> when an officer had it in hand and it has not run out.</summary>
    Paper,
}
