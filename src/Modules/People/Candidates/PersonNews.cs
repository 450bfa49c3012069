using Layar.Kernel.Data;
using Layar.People.Contracts;
using Layar.People.Persons;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Candidates;

/// <summary>Brings a change of this node into its index at once; other nodes read it within two seconds.</summary>
internal sealed class PersonNews(AppDb db, PersonIndex index, PersonSeals seals)
{
    public async Task Tell(PersonId id, CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) is { } p) index.Put(p, seals);
    }
}
