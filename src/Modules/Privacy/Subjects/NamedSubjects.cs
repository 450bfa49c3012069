using Layar.Identity.Contracts;

namespace Layar.Privacy.Subjects;

/// <summary>The things of the read log by name, and the persons to whom they lead.</summary>
internal sealed class NamedSubjects(IEnumerable<IReadSubjects> keepers)
{
    /// <summary>A photo leads to a case, a case to a person: no way is longer.</summary>
    private const int LongestWay = 3;
    private const int AtOnce = 400;

    /// <summary>Every thing that a module names, and those to which they lead.</summary>
    public async Task<IReadOnlyDictionary<SubjectKey, ReadSubject>> Of(IEnumerable<SubjectKey> subjects, StaffMember viewer, CancellationToken stop)
    {
        var named = new Dictionary<SubjectKey, ReadSubject>();
        var wanted = subjects.Where(s => s.Id != Guid.Empty).Distinct().ToList();
        for (var step = 0; step < LongestWay && wanted.Count > 0; step++)
        {
            var fresh = await Name(wanted, viewer, stop);
            foreach (var (key, subject) in fresh) named[key] = subject;
            wanted = [.. fresh.Values.Select(s => s.About).OfType<SubjectKey>().Where(k => !named.ContainsKey(k)).Distinct()];
        }
        return named;
    }

    /// <summary>The person a thing is about; null when none is known.</summary>
    public static SubjectKey? PersonOf(SubjectKey key, IReadOnlyDictionary<SubjectKey, ReadSubject> named)
    {
        for (var step = 0; step <= LongestWay; step++)
        {
            if (key.Kind is "person" or "nik" or "copy") return new SubjectKey("person", key.Id);
            if (named.GetValueOrDefault(key)?.About is not { } next) return null;
            key = next;
        }
        return null;
    }

    private async Task<Dictionary<SubjectKey, ReadSubject>> Name(List<SubjectKey> wanted, StaffMember viewer, CancellationToken stop)
    {
        var named = new Dictionary<SubjectKey, ReadSubject>();
        foreach (var kind in wanted.GroupBy(s => s.Kind))
            foreach (var keeper in keepers.Where(k => k.Kinds.Contains(kind.Key)))
                foreach (var ids in kind.Select(s => s.Id).Chunk(AtOnce))
                    foreach (var (id, subject) in await keeper.Name(ids, viewer, stop)) named[new SubjectKey(kind.Key, id)] = subject;
        return named;
    }
}
