using System.Collections.Concurrent;
using Layar.Kernel.Data;

namespace Layar.Intake.Api;

/// <summary>
/// Answers to those who ask for the status of a report again and again: true until this process writes anything, and for two
/// seconds at most, because another process may write. Only a pair that was right is remembered, so that a wrong one costs as
/// much as an unknown one.
/// </summary>
internal sealed class StatusMemory(CommitCount commits, TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private Page page = new(-1, 0);

    /// <summary>The answers that are true now; what is made from here on may be added to them.</summary>
    public Page Now()
    {
        var known = Volatile.Read(ref page);
        var (number, at) = (commits.Now, time.GetTimestamp());
        if (known.Number == number && time.GetElapsedTime(known.Since, at) < Longest && known.Answers.Count < Most) return known;
        var next = new Page(number, at);
        Volatile.Write(ref page, next);
        return next;
    }

    internal sealed record Page(long Number, long Since)
    {
        public ConcurrentDictionary<string, byte[]> Answers { get; } = new(StringComparer.Ordinal);
    }
}
