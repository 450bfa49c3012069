using Layar.Planning.Replays.Counting;

namespace Layar.Planning.Replays.Running;

/// <summary>Who enters, who leaves and whose need is unmet, up to so many each.</summary>
internal sealed class ReplayLists(ReplayId replay, int most, TimeProvider clock)
{
    private readonly Dictionary<ReplayList, int> counts = [];
    private readonly DateTimeOffset now = clock.GetUtcNow();

    public List<ReplayedPerson> Rows { get; } = [];

    public void Add(ReplayList list, in RollEntry entry)
    {
        var count = counts.GetValueOrDefault(list);
        if (count == most) return;
        counts[list] = count + 1;
        Rows.Add(new() { Id = new(Guid.CreateVersion7(now)), ReplayId = replay, List = list, Subject = entry.Subject, SubjectId = entry.Id, Village = entry.Village });
    }
}
