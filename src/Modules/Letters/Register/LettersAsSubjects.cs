using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.Letters.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Register;

/// <summary>Letters in the read log, by kind and number.</summary>
internal sealed class LettersAsSubjects(AppDb db, LetterAccess access, TextCatalogue texts) : IReadSubjects
{
    public IReadOnlyCollection<string> Kinds => ["letter"];

    public async Task<IReadOnlyDictionary<Guid, ReadSubject>> Name(IReadOnlyCollection<Guid> ids, StaffMember viewer, CancellationToken stop)
    {
        var keys = ids.Select(i => new LetterId(i)).ToList();
        var rows = await access.VisibleTo(viewer, db.Set<Letter>().Where(l => keys.Contains(l.Id))).Select(l => new { l.Id, l.Kind, l.NumberText, l.CaseId }).ToListAsync(stop);
        var opens = viewer.HasAny(LetterAccess.Readers.Split(','));
        return rows.ToDictionary(l => l.Id.Value, l => new ReadSubject(LetterWords.Name(texts, l.Kind, l.NumberText), opens ? $"/petugas/surat/{l.Id.Value}" : null, new SubjectKey("case", l.CaseId.Value)));
    }
}
