namespace Layar.Intake.Tracking;

/// <summary>So many tries at once, and from then on one after each pause; a pause without a try makes room for one.</summary>
internal sealed class SlowingCount(int atOnce, TimeSpan pause)
{
    private DateTimeOffset paidUntil;

    /// <summary>Counts a try; how long to wait when none is free.</summary>
    public TimeSpan? Take(DateTimeOffset now)
    {
        lock (this)
        {
            var next = (paidUntil > now ? paidUntil : now) + pause;
            var most = now + pause * atOnce;
            if (next > most) return next - most;
            paidUntil = next;
            return null;
        }
    }

    public void GiveBack()
    {
        lock (this) paidUntil -= pause;
    }

    public bool IsFree(DateTimeOffset now)
    {
        lock (this) return paidUntil <= now;
    }
}
