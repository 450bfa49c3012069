namespace Layar.Intake.Tracking;

/// <summary>Tries within an hour that begins with the first of them.</summary>
internal sealed class HourCount
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private DateTimeOffset since;
    private int tries;

    /// <summary>Counts a try; how long to wait when there were as many as allowed.</summary>
    public TimeSpan? Take(DateTimeOffset now, int most)
    {
        lock (this)
        {
            Turn(now);
            // Who looked at the clock first may come second: it waits no longer than the window.
            if (tries >= most) return now < since ? Window : since + Window - now;
            tries++;
            return null;
        }
    }

    public void GiveBack(DateTimeOffset now)
    {
        lock (this)
        {
            Turn(now);
            if (tries > 0) tries--;
        }
    }

    public int At(DateTimeOffset now)
    {
        lock (this)
        {
            Turn(now);
            return tries;
        }
    }

    private void Turn(DateTimeOffset now)
    {
        if (now - since < Window) return;
        since = now;
        tries = 0;
    }
}
