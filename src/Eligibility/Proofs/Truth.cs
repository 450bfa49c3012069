namespace Layar.Eligibility.Proofs;

/// <summary>Kleene's three values. Unknown is never no.</summary>
public enum Truth
{
    Unknown,
    Yes,
    No,
}

/// <summary>How three values join.</summary>
public static class Kleene
{
    public static Truth Not(this Truth value) => value switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => Truth.Unknown };

    /// <summary>No when one is no, yes when all are yes.</summary>
    public static Truth All(IEnumerable<Truth> values)
    {
        var all = Truth.Yes;
        foreach (var value in values)
        {
            if (value == Truth.No) return Truth.No;
            if (value == Truth.Unknown) all = Truth.Unknown;
        }
        return all;
    }

    /// <summary>Yes when one is yes, no when all are no.</summary>
    public static Truth Any(IEnumerable<Truth> values) => All(values.Select(Not)).Not();

    /// <summary>Where an interval stands to a least number.</summary>
    public static Truth AtLeast((int Low, int High) bounds, int least) => bounds.Low >= least ? Truth.Yes : bounds.High < least ? Truth.No : Truth.Unknown;
}
