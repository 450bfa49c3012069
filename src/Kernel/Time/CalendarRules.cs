using System.Collections.Immutable;

namespace Layar.Kernel.Time;

/// <summary>Why an office is closed on a day. All three stop the working-day clock.</summary>
public enum HolidayKind
{
    National,

    /// <summary>Collective leave by decree of three ministers: civil servants do not work.</summary>
    CutiBersama,

    /// <summary>By decree of the region, or an election day.</summary>
    Local,
}

/// <summary>A closed day in the zone of the calendar.</summary>
public sealed record Holiday(DateOnly Day, HolidayKind Kind);

/// <summary>Opening hours on one day, local time, <paramref name="To"/> excluded.</summary>
public readonly record struct WorkingInterval(TimeOnly From, TimeOnly To)
{
    public TimeSpan Length => To.ToTimeSpan() - From.ToTimeSpan();
}

/// <summary>Intervals per weekday; a weekday without intervals is not worked.</summary>
public sealed record WeekHours(ImmutableDictionary<DayOfWeek, ImmutableArray<WorkingInterval>> Days)
{
    public ImmutableArray<WorkingInterval> On(DayOfWeek day) => Days.TryGetValue(day, out var hours) ? hours : [];
}

/// <summary>Other hours for a stretch of days, both included: Ramadan.</summary>
public sealed record SpecialHours(DateOnly From, DateOnly To, WeekHours Hours);

/// <summary>One version of the working time of an office: data, corrected by the office.</summary>
public sealed record CalendarRules
{
    public required string Version { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required string LegalBasis { get; init; }

    /// <summary>Asia/Jakarta, Asia/Makassar or Asia/Jayapura.</summary>
    public required string Zone { get; init; }

    /// <summary>First day for which the holidays are known.</summary>
    public required DateOnly CertainFrom { get; init; }

    /// <summary>Last day for which the holidays are known; later days follow the weekday alone.</summary>
    public required DateOnly CertainTo { get; init; }

    public required WeekHours Hours { get; init; }

    public ImmutableArray<SpecialHours> SpecialHours { get; init; } = [];

    public ImmutableArray<Holiday> Holidays { get; init; } = [];
}
