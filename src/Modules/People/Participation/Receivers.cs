using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.People.Participation;

/// <summary>Counts whom the office recorded as receivers.</summary>
internal sealed class Receivers(AppDb db) : IReceivers
{
    public async Task<int> Count(string programme, int year, IReadOnlyCollection<PersonId> others, CancellationToken stop)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var recorded = db.Set<ProgrammeParticipation>().AsNoTracking().Where(p => p.Programme == programme && p.Since <= last && (p.Until == null || p.Until >= first)).Select(p => p.PersonId).Distinct();
        var granted = others.Distinct().ToList();
        var known = await recorded.CountAsync(p => granted.Contains(p), stop);
        return await recorded.CountAsync(stop) + granted.Count - known;
    }
}
