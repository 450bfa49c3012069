namespace Layar.Eligibility.Facts;

/// <summary>What may stand as the value of a fact.</summary>
public enum FactType
{
    YesNo,

    /// <summary>A whole number up to two billion, or an interval when only that is known: rupiah, years, persons, square metres.</summary>
    Number,

    /// <summary>A day, or an interval of days.</summary>
    Date,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>Some of the choices; each may be known for itself.</summary>
    Set,

    /// <summary>For each choice the last day on which it happened, or never. The code begins with <c>pernah_</c>.</summary>
    History,
}

/// <summary>Whom a fact is about, and so who can be asked for it.</summary>
public enum FactScope { Registry, Household, Person, Assessment, Participation }
