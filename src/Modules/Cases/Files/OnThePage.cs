using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
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
            db.Set<CaseCircumstances>().Where(c => c.CaseId == f.Id).Select(c => (Circumstances?)c.Known).FirstOrDefault(),
            db.Set<CaseDocument>().Where(d => d.CaseId == f.Id).OrderBy(d => d.Code).ToList())).FirstOrDefault());

    private (PersonId Id, PersonCard? Card)? person;
    private (CaseId Id, Standing Rows)? standing;

    public async Task<PersonCard?> Person(PersonId? id, CancellationToken stop)
    {
        if (id is not { } known) return null;
        person = person?.Id == known ? person : (known, await persons.Find(known, stop));
        return person!.Value.Card;
    }

    /// <summary>A card that came with other questions about the person.</summary>
    public void Keep(PersonId id, PersonCard card) => person = (id, card);

    /// <summary>Questions that were not withdrawn, oldest first.</summary>
    public async Task<IReadOnlyList<CaseQuestion>> Questions(CaseId id, CancellationToken stop) => (await Read(id, stop)).Questions;

    /// <summary>Papers that an officer had in hand.</summary>
    public async Task<IReadOnlyList<CaseDocument>> Papers(CaseId id, CancellationToken stop) => [.. (await Read(id, stop)).Documents.Where(d => d.State == DocumentState.Present)];

    /// <summary>What officers ticked of the circumstances, and every paper with what was found of it.</summary>
    public async Task<(Circumstances? Ticked, IReadOnlyList<CaseDocument> Documents)> Checked(CaseId id, CancellationToken stop)
    {
        var rows = await Read(id, stop);
        return (rows.Ticked, rows.Documents);
    }

    private async Task<Standing> Read(CaseId id, CancellationToken stop)
    {
        standing = standing?.Id == id ? standing : (id, await OfCase(db, id, stop) ?? new([], null, []));
        return standing!.Value.Rows;
    }

    private sealed record Standing(List<CaseQuestion> Questions, Circumstances? Ticked, List<CaseDocument> Documents);
}
