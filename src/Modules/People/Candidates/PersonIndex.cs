using Layar.Linkage.Instant;

namespace Layar.People.Candidates;

/// <summary>All persons in the memory of this process, by name, NIK and birthday.</summary>
internal sealed class PersonIndex
{
    private readonly LinkageIndex index = new();

    /// <summary>Every person was read once.</summary>
    public bool Ready { get; set; }

    public int Count => index.Count;

    public void Put(Guid id, string? name, string? alias, string? nik, DateOnly? born) =>
        index.Add(new IndexedPerson(id, alias is null ? name : $"{name} {alias}".Trim(), nik, born));

    public IReadOnlyList<IndexHit> Search(string typed, int most) => index.Search(typed, most);

    /// <summary>Share of persons with this name, for weights.</summary>
    public double Share(string name) => index.Share(name);
}
