using Layar.Catalogue.Contracts;
using Layar.Kernel.Time;

namespace Layar.Privacy.Retention;

/// <summary>A rule of today with the module that erases, and the moment before which cases must have ended.</summary>
internal sealed record RunOutRule(RetentionRule Rule, IRunsOut Data, DateTime EndedBefore);

/// <summary>The rules of retention.json that hold today and that somebody can carry out.</summary>
internal sealed class RunOutRules(ICatalogue catalogue, IEnumerable<IRunsOut> data, TimeProvider clock)
{
    public IReadOnlyList<RunOutRule> Today()
    {
        var today = Wita.Day(clock.GetUtcNow().UtcDateTime);
        return [.. catalogue.Retention(today).SelectMany(r => data.Where(d => d.Code == r.Code).Select(d => new RunOutRule(r, d, Until(today, r.Months))))];
    }

    /// <summary>A case that ended on 15 January is kept for the whole months that follow, and its last day with them.</summary>
    private static DateTime Until(DateOnly today, int months) => Wita.Utc(today.AddMonths(-months).ToDateTime(TimeOnly.MinValue));
}
