using Layar.Cases.Completeness;
using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Files;

/// <summary>What several parts of the case page show, read once. Only for showing: nothing that changes a case reads here.</summary>
internal sealed class OnThePage(AppDb db, IPersons persons)
{
    private static readonly Func<AppDb, CaseId, IAsyncEnumerable<CaseQuestion>> Standing = EF.CompileAsyncQuery<AppDb, CaseId, CaseQuestion>((AppDb db, CaseId id) =>
        db.Set<CaseQuestion>().AsNoTracking().Where(q => q.CaseId == id && q.WithdrawnAt == null).OrderBy(q => q.AskedAt).ThenBy(q => q.Id));

    private (PersonId Id, PersonCard? Card)? person;
    private (CaseId Id, IReadOnlyList<CaseQuestion> Rows)? questions;

    public async Task<PersonCard?> Person(PersonId? id, CancellationToken stop)
    {
        if (id is not { } known) return null;
        person = person?.Id == known ? person : (known, await persons.Find(known, stop));
        return person!.Value.Card;
    }

    /// <summary>Questions that were not withdrawn, oldest first.</summary>
    public async Task<IReadOnlyList<CaseQuestion>> Questions(CaseId id, CancellationToken stop)
    {
        questions = questions?.Id == id ? questions : (id, await Standing(db, id).ToListAsync(stop));
        return questions!.Value.Rows;
    }
}
