namespace Layar.Kernel.Scheduling;

/// <summary>How far a long work is, how fast it goes and how long it will take.</summary>
/// <param name="Share">0 to 1</param>
/// <param name="Done">rows so far</param>
/// <param name="PerSecond">rows</param>
/// <param name="Left">null while nothing can be said yet</param>
public sealed record Progress(double Share, int Done, double PerSecond, TimeSpan? Left)
{
    public static Progress Of(double share, int done, DateTime? startedAt, DateTime now)
    {
        share = double.IsNaN(share) ? 0 : Math.Clamp(share, 0, 1);
        var time = startedAt is { } started ? now - started : TimeSpan.Zero;
        return new(share, done, time.TotalSeconds < 0.5 ? 0 : done / time.TotalSeconds, share > 0.01 ? time * ((1 - share) / share) : null);
    }

    public int Percent => (int)(Share * 100);

    public string? LeftText => Left is { } left ? left.TotalMinutes >= 1 ? $"{(int)left.TotalMinutes} mnt {left.Seconds} dtk" : $"{(int)Math.Ceiling(left.TotalSeconds)} dtk" : null;
}
