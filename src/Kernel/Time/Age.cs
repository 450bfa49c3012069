namespace Layar.Kernel.Time;

/// <summary>Whole years between two days, as a birthday counts them.</summary>
public static class Age
{
    public static int YearsUntil(this DateOnly born, DateOnly day) => day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
}
