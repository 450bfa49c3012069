using Layar.Kernel.Data;
using Layar.Letters.Register;
using Layar.Letters.Wording;
using Microsoft.EntityFrameworkCore;

namespace Layar.Letters.Books;

/// <summary>
/// Gives out numbers without gap or double. The book's row is locked from the first number until the transaction of the
/// signature ends, so that a number is either used or was never taken.
/// </summary>
internal sealed class NumberLedger(AppDb db, TimeProvider clock)
{
    /// <summary>Call inside a Change, for a letter that is being signed.</summary>
    public async Task<LetterNumbering> Take(Letter letter, NumberBook book, string unit, DateOnly date, CancellationToken stop)
    {
        var number = await Next(book.Code, date.Year, stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var line = new LetterNumbering
        {
            Id = new(Guid.CreateVersion7(now)), Book = book.Code, Year = date.Year, Number = number, LetterId = letter.Id, TakenAt = now,
            Text = book.Template.Format(new LetterNumberParts(letter.Classification, number, unit, date)), State = NumberState.Used,
        };
        db.Add(line);
        (letter.Year, letter.Number, letter.NumberText) = (line.Year, line.Number, line.Text);
        return line;
    }

    /// <summary>The letter will not be given out; its number stays in the book with the reason.</summary>
    public async Task Cancel(Letter letter, string reason, CancellationToken stop)
    {
        if (letter.Number is null) return;
        var line = await db.Set<LetterNumbering>().FirstAsync(n => n.LetterId == letter.Id, stop);
        (line.State, line.Reason) = (NumberState.Cancelled, reason);
    }

    private async Task<int> Next(string book, int year, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO letter_book (book, year, last) VALUES ({book}, {year}, 0) ON CONFLICT (book, year) DO NOTHING", stop);
        var row = db.Set<LetterBook>().Where(b => b.Book == book && b.Year == year);
        await row.ExecuteUpdateAsync(b => b.SetProperty(x => x.Last, x => x.Last + 1), stop);
        return await row.AsNoTracking().Select(b => b.Last).SingleAsync(stop);
    }
}
