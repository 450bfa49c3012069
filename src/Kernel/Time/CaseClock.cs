using System.Collections.Immutable;

namespace Layar.Kernel.Time;

/// <summary>
/// One deadline of a case. Immutable and pure: each step gives a new clock, repeated or late steps change nothing,
/// so an event that arrives twice does no harm. All instants are UTC.
/// </summary>
public sealed record CaseClock(ClockPolicy Policy, DateTime StartedAt)
{
    /// <summary>In order of time, without overlap; only the last one may still be open.</summary>
    public ImmutableArray<ClockPause> Pauses { get; init; } = [];

    public DateTime? MetAt { get; init; }

    /// <summary>The deadline that was missed, once <see cref="Check"/> noticed.</summary>
    public DateTime? BreachedAt { get; init; }

    public bool IsPaused => MetAt is null && Pauses is [.., { To: null }];

    public CaseClock Pause(DateTime at) =>
        MetAt is not null || IsPaused ? this : this with { Pauses = Pauses.Add(new ClockPause(NotBeforeLast(at), null)) };

    public CaseClock Resume(DateTime at) =>
        IsPaused ? this with { Pauses = Pauses.SetItem(Pauses.Length - 1, Pauses[^1] with { To = NotBeforeLast(at) }) } : this;

    /// <summary>Stops the clock for good; an open pause ends there.</summary>
    public CaseClock Meet(DateTime at) => MetAt is null ? Resume(at) with { MetAt = NotBeforeLast(at) } : this;

    /// <summary>Writes down a missed deadline; unchanged when there is none or it was written already.</summary>
    public CaseClock Check(WorkingCalendar calendar, DateTime now) =>
        BreachedAt is null && Due(calendar) is { } due && (MetAt ?? now) > due ? this with { BreachedAt = due } : this;

    /// <summary>
    /// When it must be met. While paused: the moment at which the cap of the pause lets it fall due, or null without a cap.
    /// </summary>
    public DateTime? Due(WorkingCalendar calendar) =>
        IsPaused && Policy.PauseCapMinutes is null ? null : DueIfResumed(calendar, DateTime.MaxValue);

    /// <summary>
    /// Time left in the clock's own time (working time, or wall time); negative when late; standing still while paused and once met.
    /// </summary>
    public TimeSpan Remaining(WorkingCalendar calendar, DateTime now)
    {
        var at = MetAt ?? now;
        return Policy.Between(calendar, at, DueIfResumed(calendar, at));
    }

    /// <summary>Used part of the time allowed: 0.5 half, 1 due, more when late. For warnings.</summary>
    public double UsedShare(WorkingCalendar calendar, DateTime now)
    {
        var whole = Policy.Between(calendar, StartedAt, Policy.FirstDue(calendar, StartedAt));
        return 1 - Remaining(calendar, now) / whole;
    }

    // Each pause that began before the deadline pushes it by its own length, as long as the cap allows.
    private DateTime DueIfResumed(WorkingCalendar calendar, DateTime openUntil)
    {
        var due = Policy.FirstDue(calendar, StartedAt);
        var left = Policy.PauseCapMinutes is { } cap ? TimeSpan.FromMinutes(cap) : TimeSpan.MaxValue;
        foreach (var pause in Pauses)
        {
            if (pause.From >= due) break;
            var length = Length(calendar, pause, openUntil, left);
            due = Policy.Add(calendar, due, length);
            left -= length;
        }
        return due;
    }

    private TimeSpan Length(WorkingCalendar calendar, ClockPause pause, DateTime openUntil, TimeSpan left)
    {
        var to = pause.To ?? openUntil;
        if (to == DateTime.MaxValue) return left;
        var length = Policy.Between(calendar, pause.From, to > pause.From ? to : pause.From);
        return length < left ? length : left;
    }

    // A phone or a second server may have a clock that lags: a step never lies before the one before it.
    private DateTime NotBeforeLast(DateTime at)
    {
        var last = Pauses is [.., var pause] ? pause.To ?? pause.From : StartedAt;
        return at < last ? last : at;
    }

    // An array compares by reference; two clocks with the same pauses are the same clock.
    public bool Equals(CaseClock? other) =>
        other is not null && Policy == other.Policy && StartedAt == other.StartedAt && MetAt == other.MetAt
        && BreachedAt == other.BreachedAt && Pauses.SequenceEqual(other.Pauses);

    public override int GetHashCode() => HashCode.Combine(Policy, StartedAt, MetAt, BreachedAt, Pauses.Length);
}
