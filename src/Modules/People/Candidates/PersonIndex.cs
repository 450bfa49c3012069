using Layar.Linkage.Instant;
using Layar.People.Persons;

namespace Layar.People.Candidates;

/// <summary>
/// All persons in the memory of this process, by name, NIK and birthday. Filled when somebody first works with persons: a node
/// that only takes in reports spends neither the memory (160 MB for a million persons) nor the reading.
/// </summary>
internal sealed class PersonIndex
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly LinkageIndex index = new();
    private readonly TaskCompletionSource wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Wanted => wanted.Task;

    public void Want() => wanted.TrySetResult();

    /// <summary>Every person was read once.</summary>
    public bool Ready => read.Task.IsCompleted;

    public void HasAll() => read.TrySetResult();

    /// <summary>Asks for the index and waits a little: the persons of a kabupaten are read in two or three seconds.</summary>
    public async Task Wait(CancellationToken stop)
    {
        Want();
        if (!Ready) await Task.WhenAny(read.Task, Task.Delay(Patience, stop));
    }

    public int Count => index.Count;

    public void Put(Person person, PersonSeals seals) => Put(person.Id.Value, person.Name, person.Alias, seals.Nik(person), person.BirthDate);

    public void Put(Guid id, string? name, string? alias, string? nik, DateOnly? born) =>
        index.Add(new IndexedPerson(id, alias is null ? name : $"{name} {alias}".Trim(), nik, born));

    public IReadOnlyList<IndexHit> Search(string typed, int most) => index.Search(typed, most);

    /// <summary>Share of persons with this name, for weights.</summary>
    public double Share(string name) => index.Share(name);
}
