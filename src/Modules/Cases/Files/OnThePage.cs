using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Files;

/// <summary>What several parts of the case page show, read once. Only for showing: nothing that changes a case reads here.</summary>
internal sealed class OnThePage(AppDb db, IPersons persons)
{
    private static readonly Func<AppDb, CaseId, CancellationToken, Task<Standing?>> OfCase = EF.CompileAsyncQuery((AppDb db, CaseId id, CancellationToken stop) =>
        db.Set<CaseFile>().AsNoTracking().Where(f => f.Id == id).Select(f => new Standing(
            db.Set<CaseQuestion>().Where(q => q.CaseId == f.Id && q.WithdrawnAt == null).OrderBy(q => q.AskedAt).ThenBy(q => q.Id).ToList(),
            db.Set<CaseDocument>().Where(d => d.CaseId == f.Id && d.State == DocumentState.Present).OrderBy(d => d.Code).ToList())).FirstOrDefault());

    private (PersonId Id, PersonCard? Card)? person;
    private (CaseId Id, Standing Rows)? standing;

    public async Task<PersonCard?> Person(PersonId? id, CancellationToken stop)
    {
        if (id is not { } known) return null;
        person = person?.Id == known ? person : (known, await persons.Find(known, stop));
        return person!.Value.Card;
    }

    /// <summary>Questions that were not withdrawn, oldest first.</summary>
    public async Task<IReadOnlyList<CaseQuestion>> Questions(CaseId id, CancellationToken stop) => (await Read(id, stop)).Questions;

    /// <summary>Papers that an officer had in hand.</summary>
    public async Task<IReadOnlyList<CaseDocument>> Papers(CaseId id, CancellationToken stop) => (await Read(id, stop)).Papers;

    private async Task<Standing> Read(CaseId id, CancellationToken stop)
    {
        standing = standing?.Id == id ? standing : (id, await OfCase(db, id, stop) ?? new([], []));
        return standing!.Value.Rows;
    }

    private sealed record Standing(List<CaseQuestion> Questions, List<CaseDocument> Papers);
}
