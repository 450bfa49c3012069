using System.Collections.Concurrent;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Letters.Register;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.LetterDesk;

/// <summary>How many letters wait for an officer, for two seconds as they were: a menu stands on every page.</summary>
internal sealed class LettersWaitingMemory(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<StaffId, (DateTime At, int Count)> kept = new();

    public int? Find(StaffId who) => kept.TryGetValue(who, out var found) && clock.GetUtcNow().UtcDateTime - found.At < Fresh ? found.Count : null;

    public int Keep(StaffId who, int count)
    {
        if (kept.Count > 1000) kept.Clear();
        kept[who] = (clock.GetUtcNow().UtcDateTime, count);
        return count;
    }
}

internal sealed class LettersWaiting(LetterAccess access, LettersWaitingMemory memory) : IWaitingWork
{
    /// <summary>More than these nobody counts.</summary>
    public const int Most = 100;

    public string Href => "/petugas/surat";

    public string Sentence => "letters.waiting";

    public async Task<int> For(StaffMember member, CancellationToken stop) =>
        memory.Find(member.Id) ?? memory.Keep(member.Id, await access.AwaitingOn(member).Take(Most).CountAsync(stop));
}
