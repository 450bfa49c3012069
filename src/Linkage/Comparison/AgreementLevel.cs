namespace Layar.Linkage.Comparison;

/// <summary>
/// How far two values agree; one scale for all kinds, so that a pair of records is a pattern of three bits a field. The order is that
/// in which a comparer tries them, the worth of each is learned.
/// </summary>
public enum AgreementLevel : byte
{
    /// <summary>One of the values is missing: neither for nor against.</summary>
    Missing,

    Exact,

    /// <summary>Spelled differently, meant alike: names that fold alike, an address with its words in another order, day and month exchanged.</summary>
    Folded,

    /// <summary>One typing error: a letter or digit more, less or other, or two neighbours exchanged.</summary>
    OneEdit,

    /// <summary>Two errors, or Jaro–Winkler of 0.88 and more; two of day, month and year; ages a year or two apart.</summary>
    Close,

    /// <summary>An initial, a part, the same letters in disorder; dates within four months; codes with the same beginning.</summary>
    Partial,

    /// <summary>The value stands in the partner column of the other record (given and family name exchanged); dates of about one year.</summary>
    Elsewhere,

    Different,
}
