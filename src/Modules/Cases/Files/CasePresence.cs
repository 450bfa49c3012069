using System.Collections.Concurrent;
using Layar.Cases.Contracts;
using Layar.Identity.Contracts;

namespace Layar.Cases.Files;

/// <summary>
/// Who has opened which case in the last two minutes, so that two people do not work on one unseen. A courtesy kept in
/// memory; what keeps changes apart is the version in every form.
/// </summary>
internal sealed class CasePresence(TimeProvider clock)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(2);
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(CaseId Case, StaffId Staff), (string Name, DateTime At)> seen = new();

    /// <summary>Writes down that this officer opened the case, and names the others who did.</summary>
    public IReadOnlyList<string> Open(CaseId id, StaffMember member)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (seen.Count > Most) Forget(now);
        seen[(id, member.Id)] = (member.Name, now);
        return [.. seen.Where(s => s.Key.Case == id && s.Key.Staff != member.Id && now - s.Value.At < Lasting).Select(s => s.Value.Name).Order()];
    }

    private void Forget(DateTime now)
    {
        foreach (var one in seen.Where(s => now - s.Value.At >= Lasting)) seen.TryRemove(one);
    }
}
