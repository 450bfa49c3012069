namespace Layar.Survey.Results;

/// <summary>A year or one quarter of it. There is no finer filter, see <see cref="Contracts.SmallGroups"/>.</summary>
internal sealed record SurveyPeriod(int Year, int? Quarter)
{
    public DateOnly From => new(Year, Quarter is { } q ? q * 3 - 2 : 1, 1);

    public DateOnly To => Quarter is null ? new DateOnly(Year, 12, 31) : From.AddMonths(3).AddDays(-1);

    public bool Covers(int quarter) => Quarter is null || Quarter == quarter;

    public static SurveyPeriod Of(int? year, int? quarter, DateOnly today) =>
        new(year is >= 2000 and <= 2999 ? year.Value : today.Year, quarter is >= 1 and <= 4 ? quarter : null);
}
