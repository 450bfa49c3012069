using Layar.Cases.Contracts;
using Layar.Kernel.Data;
using Layar.Letters.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Register;

internal sealed class LetterReading(AppDb db) : ILetters
{
    private static readonly Func<AppDb, CaseId, IAsyncEnumerable<LetterFace>> Latest = EF.CompileAsyncQuery((AppDb db, CaseId id) => db.Set<Letter>().AsNoTracking()
        .Where(l => l.CaseId == id).OrderByDescending(l => l.CreatedAt).Take(50)
        .Select(l => new LetterFace(l.Id, l.Kind, l.State, l.NumberText, l.Code, l.Title, l.Date, l.IssuedAt, l.ValidUntil)));

    public async Task<IReadOnlyList<LetterFace>> ForCase(CaseId id, CancellationToken stop) => await Latest(db, id).ToListAsync(stop);
}
