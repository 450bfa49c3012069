using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.Letters.Contracts;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Register;

/// <summary>Letters of the person's cases in the copy that the person may ask for.</summary>
internal sealed class LettersInCopy(AppDb db, TextCatalogue texts) : IPersonCopyPart
{
    public int Order => 20;

    public async Task Fill(PersonCopy copy, StaffMember viewer, CancellationToken stop)
    {
        var cases = copy.Of("case").Select(c => new CaseId(c.Id)).ToList();
        var letters = await db.Set<Letter>().AsNoTracking().Where(l => cases.Contains(l.CaseId)).OrderBy(l => l.CreatedAt).ToListAsync(stop);
        foreach (var letter in letters) copy.Concerns("letter", letter.Id.Value, Name(letter));
        copy.Add(texts["letters.list.title"], [.. letters.Select(l => new CopyLine(Name(l), $"{l.Title} · {texts[LetterWords.State(l.State)]}",
            $"{Wita.Date(l.Date ?? Wita.Day(l.CreatedAt))}{(l.SignerName is null ? "" : $" · {l.SignerName}")}"))]);
    }

    private string Name(Letter letter) => LetterWords.Name(texts, letter.Kind, letter.NumberText);
}
