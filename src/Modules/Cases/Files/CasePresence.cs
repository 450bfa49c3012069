using System.Collections.Concurrent;
using System.Collections.Immutable;
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
    private readonly ConcurrentDictionary<CaseId, ImmutableDictionary<StaffId, Look>> seen = new();

    /// <summary>Writes down that this officer opened the case, and names the others who did.</summary>
    public IReadOnlyList<string> Open(CaseId id, StaffMember member)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (seen.Count > Most) Forget(now);
        var look = new Look(member.Name, now);
        var looks = seen.AddOrUpdate(id, _ => ImmutableDictionary<StaffId, Look>.Empty.Add(member.Id, look), (_, others) => others.SetItem(member.Id, look));
        return [.. looks.Where(s => s.Key != member.Id && Recent(s.Value, now)).Select(s => s.Value.Name).Order()];
    }

    private void Forget(DateTime now)
    {
        foreach (var one in seen.Where(s => !s.Value.Values.Any(look => Recent(look, now)))) seen.TryRemove(one);
    }

    private static bool Recent(Look look, DateTime now) => now - look.At < Lasting;

    private readonly record struct Look(string Name, DateTime At);
}
