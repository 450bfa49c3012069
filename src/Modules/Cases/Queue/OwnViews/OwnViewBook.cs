using System.Collections.Concurrent;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Queue.OwnViews;

/// <summary>The views that officers keep for themselves.</summary>
internal sealed class OwnViewBook(AppDb db, Change change, OwnViewMemory memory, TimeProvider clock)
{
    public const int Most = 20;
    public const int LongestName = 40;

    /// <summary>In the order of their names.</summary>
    public async Task<IReadOnlyList<OwnView>> Of(StaffMember member, CancellationToken stop)
    {
        if (memory.Find(member.Id.Value) is { } known) return known;
        var began = clock.GetUtcNow();
        var views = await Rows(member).AsNoTracking().ToListAsync(stop);
        memory.Keep(member.Id.Value, began, [.. views.OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase)]);
        return memory.Find(member.Id.Value) ?? views;
    }

    /// <summary>Keeps what the list shows now; a name that is there already takes the new filters.</summary>
    public async Task<Outcome> Save(string? name, QueueFilter shown, StaffMember member, CancellationToken stop)
    {
        var title = name?.Trim();
        if (string.IsNullOrEmpty(title)) return new Refusal("cases.views.refused.name", "ViewName");
        if (title.Length > LongestName) return new Refusal("cases.views.refused.long", "ViewName", LongestName);
        var outcome = await change.Run(() => Within(title, shown.ToKeep().Query(), member, stop), stop);
        memory.Forget(member.Id.Value);
        return outcome;
    }

    public async Task Forget(Guid id, StaffMember member, CancellationToken stop)
    {
        await change.Run(async () =>
        {
            db.RemoveRange(await Rows(member).Where(v => v.Id == new OwnViewId(id)).ToListAsync(stop));
            return Outcome.Success;
        }, stop);
        memory.Forget(member.Id.Value);
    }

    private async Task<Outcome> Within(string name, string query, StaffMember member, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var all = await Rows(member).ToListAsync(stop);
        if (all.FirstOrDefault(v => string.Equals(v.Name, name, StringComparison.OrdinalIgnoreCase)) is { } there)
        {
            (there.Query, there.SavedAt) = (query, now);
            return Outcome.Success;
        }
        if (all.Count >= Most) return new Refusal("cases.views.refused.many", "ViewName", Most);
        db.Add(new OwnView { Id = new(Guid.CreateVersion7(now)), StaffId = member.Id.Value, Name = name, Query = query, SavedAt = now });
        return Outcome.Success;
    }

    private IQueryable<OwnView> Rows(StaffMember member)
    {
        var staff = member.Id.Value;
        return db.Set<OwnView>().Where(v => v.StaffId == staff);
    }
}

/// <summary>Spares the queue a question each time: own views change rarely. Another server shows a change after a minute at the latest.</summary>
internal sealed class OwnViewMemory(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, IReadOnlyList<OwnView> Views)> kept = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> changed = new();

    public IReadOnlyList<OwnView>? Find(Guid staff) => kept.TryGetValue(staff, out var found) && clock.GetUtcNow() - found.At < Fresh ? found.Views : null;

    /// <param name="at">when the reading began; what was read before a change is not kept</param>
    public void Keep(Guid staff, DateTimeOffset at, IReadOnlyList<OwnView> views)
    {
        if (kept.Count > 1000)
        {
            kept.Clear();
            changed.Clear();
        }
        if (!changed.TryGetValue(staff, out var last) || last < at) kept[staff] = (at, views);
    }

    public void Forget(Guid staff)
    {
        changed[staff] = clock.GetUtcNow();
        kept.TryRemove(staff, out _);
    }
}
