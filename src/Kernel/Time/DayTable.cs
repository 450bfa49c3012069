using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Layar.Kernel.Time;

/// <summary>One row per day from 2000 to 2099 with the working time and working days before it.</summary>
internal sealed class DayTable
{
    public static readonly DateOnly First = new(2000, 1, 1);
    public static readonly DateOnly Last = new(2099, 12, 31);

    private readonly ImmutableArray<WorkingInterval>[] hours = new ImmutableArray<WorkingInterval>[Last.DayNumber - First.DayNumber + 1];
    private readonly long[] ticksBefore;
    private readonly int[] daysBefore;

    public DayTable(CalendarRules rules, FrozenDictionary<DateOnly, Holiday> holidays)
    {
        ticksBefore = new long[hours.Length + 1];
        daysBefore = new int[hours.Length + 1];
        for (var i = 0; i < hours.Length; i++)
        {
            var day = First.AddDays(i);
            hours[i] = holidays.ContainsKey(day) ? [] : HoursOn(rules, day);
            ticksBefore[i + 1] = ticksBefore[i] + hours[i].Sum(x => x.Length.Ticks);
            daysBefore[i + 1] = daysBefore[i] + (hours[i].IsEmpty ? 0 : 1);
        }
    }

    public ImmutableArray<WorkingInterval> Hours(DateOnly day) => hours[Row(day)];

    /// <summary>Working days up to and including the day.</summary>
    public int DaysThrough(DateOnly day) => daysBefore[Row(day) + 1];

    /// <summary>The day on which the count of working days reaches the number.</summary>
    public DateOnly DayReaching(int count) => First.AddDays(RowReaching(daysBefore, count));

    /// <summary>Working ticks from the start of the table to a local instant.</summary>
    public long Position(DateTime local)
    {
        var row = Row(DateOnly.FromDateTime(local));
        var sum = ticksBefore[row];
        foreach (var interval in hours[row])
            sum += Math.Clamp(local.TimeOfDay.Ticks - interval.From.Ticks, 0, interval.Length.Ticks);
        return sum;
    }

    /// <summary>The first local instant at which the position is reached.</summary>
    public DateTime LocalAt(long position)
    {
        var row = RowReaching(ticksBefore, position);
        var rest = position - ticksBefore[row];
        foreach (var interval in hours[row])
        {
            if (rest <= interval.Length.Ticks) return First.AddDays(row).ToDateTime(interval.From.Add(new TimeSpan(rest)));
            rest -= interval.Length.Ticks;
        }
        throw new InvalidOperationException("The day table contradicts itself.");
    }

    private static ImmutableArray<WorkingInterval> HoursOn(CalendarRules rules, DateOnly day)
    {
        foreach (var period in rules.SpecialHours)
            if (day >= period.From && day <= period.To) return period.Hours.On(day.DayOfWeek);
        return rules.Hours.On(day.DayOfWeek);
    }

    private static int Row(DateOnly day) =>
        day >= First && day <= Last
            ? day.DayNumber - First.DayNumber
            : throw new ArgumentOutOfRangeException(nameof(day), day, "The working calendar covers 2000 to 2099.");

    // The row whose day lifts the running sum from below the value to the value or above.
    private static int RowReaching<T>(T[] sums, T value) where T : IComparable<T>
    {
        int low = 1, high = sums.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sums[middle].CompareTo(value) < 0) low = middle + 1;
            else high = middle;
        }
        return low < sums.Length
            ? low - 1
            : throw new ArgumentOutOfRangeException(nameof(value), "The deadline lies after 2099.");
    }
}
