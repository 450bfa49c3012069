using Layar.Eligibility.Facts;
using Layar.Eligibility.Language;

namespace Layar.Eligibility;

/// <summary>The day for which a rule is asked; it fixes the dated figures and what "the last five years" means.</summary>
/// <param name="Day">in the time zone of the office</param>
/// <param name="Parameters">dated figures</param>
public sealed record Moment(DateOnly Day, RuleParameters Parameters)
{
    /// <summary>Codes of figures that the rule names and that have no value on the day.</summary>
    public IReadOnlyList<string> Lacks(Rule rule) => [.. rule.Parameters.Where(p => Parameters.On(p, Day) is null)];

    /// <exception cref="InvalidOperationException">No value of the figure holds on the day; ask <see cref="Lacks"/> first.</exception>
    internal int Value(Amount amount) => amount switch
    {
        Amount.Literal literal => literal.Value,
        Amount.Parameter parameter => (Parameters.On(parameter.Code, Day) ?? throw new InvalidOperationException($"batas(\"{parameter.Code}\") has no value on {Day:yyyy-MM-dd}.")).Value,
        _ => throw new ArgumentOutOfRangeException(nameof(amount)),
    };

    /// <summary>First day of the time that ends today, as a day number.</summary>
    internal int Since(Amount length, TimeUnit unit)
    {
        var count = Value(length);
        return Start(unit switch
        {
            TimeUnit.Years => count * 12L,
            TimeUnit.Months => count,
            _ => -1,
        }, count);
    }

    private int Start(long months, int days)
    {
        if (months < 0) return Math.Max(1, (int)Math.Max(Day.DayNumber - (long)days, 1));
        return months >= (Day.Year - 1) * 12L ? 1 : Day.AddMonths(-(int)months).DayNumber;
    }
}
