namespace Layar.Identity.Sessions;

/// <summary>How long a session lives, and how old the memory of one may be.</summary>
internal static class SessionLimits
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(8);
    public static readonly TimeSpan AwaitingCode = TimeSpan.FromMinutes(10);

    /// <summary>Well under the second in which a disabled account must be out on every node.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMilliseconds(700);

    public static readonly TimeSpan FormerKey = TimeSpan.FromSeconds(20);
}
