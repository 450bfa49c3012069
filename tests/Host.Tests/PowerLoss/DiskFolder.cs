namespace Layar.Host.Tests.PowerLoss;

/// <summary>Names in a folder: those that are durable, and changes since, of which a power loss leaves the first few or none.</summary>
internal sealed class DiskFolder
{
    private readonly Dictionary<string, object> durable = [];
    private readonly List<(int Ended, string? Gone, string? Name, object? Thing)> pending = [];

    /// <summary>As the running program sees it: files and folders by name.</summary>
    public Dictionary<string, object> Now { get; } = [];

    public void Change(int ended, string? gone, string? name, object? thing)
    {
        pending.Add((ended, gone, name, thing));
        Apply(Now, gone, name, thing);
    }

    /// <summary>What had been named before this line is durable.</summary>
    public void Sync(int before)
    {
        foreach (var (_, gone, name, thing) in pending.Where(c => c.Ended < before)) Apply(durable, gone, name, thing);
        pending.RemoveAll(c => c.Ended < before);
    }

    /// <summary>All of it is durable: it was there before the trace began.</summary>
    public void Keep(string name, object thing) => durable[name] = Now[name] = thing;

    public IReadOnlyDictionary<string, object> After(Random random)
    {
        if (pending.Count == 0) return durable;
        var left = new Dictionary<string, object>(durable);
        foreach (var (_, gone, name, thing) in pending.Take(random.Next(pending.Count + 1))) Apply(left, gone, name, thing);
        return left;
    }

    private static void Apply(Dictionary<string, object> names, string? gone, string? name, object? thing)
    {
        if (gone is not null) names.Remove(gone);
        if (name is not null) names[name] = thing!;
    }
}
