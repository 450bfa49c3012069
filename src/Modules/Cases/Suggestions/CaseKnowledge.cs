using System.Runtime.CompilerServices;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Workflow;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Suggestions;

/// <summary>What the panel of a case knows, for every case of a time, as somebody sees it who may see nothing sensitive.</summary>
internal sealed class CaseKnowledge(AppDb db, IServiceScopeFactory scopes, CaseVisibility visibility) : ICaseKnowledge
{
    /// <summary>Cases whose reading shares one scope: enough to spare its making, few enough that it stays small.</summary>
    private const int AtOnce = 50;

    public Task<int> Count(DateOnly from, DateOnly to, CancellationToken stop) => Between(from, to).CountAsync(stop);

    public async IAsyncEnumerable<KnownCase> Received(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken stop)
    {
        var ids = await Between(from, to).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(stop);
        foreach (var part in ids.Chunk(AtOnce))
        {
            await using var scope = scopes.CreateAsyncScope();
            var (own, tells) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<WhatTheCaseTells>());
            foreach (var file in await own.Set<CaseFile>().AsNoTracking().Where(c => part.Contains(c.Id)).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).ToListAsync(stop))
            {
                var traces = await tells.Of(file.Summary(), StaffMember.Counting, stop);
                yield return new(file.Id, file.Area, file.Programme, traces.Person, traces.Household);
            }
        }
    }

    public async Task<IReadOnlyDictionary<Guid, string>> Numbers(IReadOnlyList<Guid> cases, StaffMember viewer, CancellationToken stop)
    {
        var ids = cases.Select(c => new CaseId(c)).ToList();
        var numbers = new Dictionary<Guid, string>();
        foreach (var file in await db.Set<CaseFile>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(stop))
            if (await visibility.MaySee(file, viewer, stop)) numbers[file.Id.Value] = file.Number;
        return numbers;
    }

    private IQueryable<CaseFile> Between(DateOnly from, DateOnly to)
    {
        var (first, end) = (Wita.Utc(from.ToDateTime(TimeOnly.MinValue)), Wita.Utc(to.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        return db.Set<CaseFile>().AsNoTracking().Where(c => c.ReceivedAt >= first && c.ReceivedAt < end && !c.Secret && c.MergedInto == null);
    }
}
