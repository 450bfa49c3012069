using Layar.Kernel.Texts;

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

    /// <summary>"2 mnt 5 dtk" in the language of the reader; null while nothing can be said yet.</summary>
    public string? LeftText(TextCatalogue texts) => Left is not { } left ? null
        : left.TotalMinutes >= 1 ? texts["kernel.progress.minutes", (int)left.TotalMinutes, left.Seconds]
        : texts["kernel.progress.seconds", (int)Math.Ceiling(left.TotalSeconds)];
}
