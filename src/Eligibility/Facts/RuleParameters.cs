namespace Layar.Eligibility.Facts;

/// <summary>A figure that decrees change: ages, deciles, amounts, years of waiting.</summary>
/// <param name="Code">as written in <c>batas("…")</c></param>
/// <param name="From">first day</param>
/// <param name="To">last day, or null until further notice</param>
/// <param name="Value">whole number</param>
/// <param name="Name">for people</param>
public sealed record RuleParameter(string Code, DateOnly From, DateOnly? To, int Value, Words Name)
{
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>All dated figures of the rules.</summary>
public sealed class RuleParameters
{
    private const int Furthest = 2_000_000_000;
    private readonly ILookup<string, RuleParameter> byCode;

    /// <exception cref="ArgumentException">A value lies beyond two billion.</exception>
    public RuleParameters(IEnumerable<RuleParameter> all)
    {
        byCode = all.ToLookup(p => p.Code, StringComparer.Ordinal);
        if (byCode.SelectMany(p => p).FirstOrDefault(p => p.Value is > Furthest or < -Furthest) is { } far)
            throw new ArgumentException($"{far.Code}: {far.Value} lies beyond two billion", nameof(all));
    }

    public static RuleParameters None { get; } = new([]);

    public IEnumerable<string> Codes => byCode.Select(g => g.Key);

    public bool Knows(string code) => byCode.Contains(code);

    /// <summary>Every version of a figure, in the order given.</summary>
    public IEnumerable<RuleParameter> Versions(string code) => byCode[code];

    /// <summary>Null when no value holds on that day.</summary>
    public RuleParameter? On(string code, DateOnly day) => byCode[code].FirstOrDefault(p => p.Covers(day));
}
