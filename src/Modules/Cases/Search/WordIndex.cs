using System.Text;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Cases.Search;

/// <summary>One case as it goes into the word index.</summary>
internal sealed record IndexedCase(CaseId Id, IReadOnlyList<string> Words);

/// <summary>
/// The word index over both databases: FTS5 or tsvector, asked with the same question, "one of these words and one of
/// those …", and answering newest first.
/// </summary>
internal sealed class WordIndex(AppDb db)
{
    /// <summary>Cases that hold one word of every group, the newest of them.</summary>
    public IQueryable<CaseFile> Match(IReadOnlyList<IReadOnlyList<string>> groups, int most)
    {
        var (or, and) = db.Kind == DatabaseKind.Sqlite ? (" OR ", " AND ") : ("|", "&");
        // Words are small letters and digits only (SearchWords), so that quoting them is enough.
        var quote = db.Kind == DatabaseKind.Sqlite ? "\"" : "'";
        var question = string.Join(and, groups.Select(g => "(" + string.Join(or, g.Select(w => quote + w + quote)) + ")"));
        return db.Set<CaseFile>().FromSqlRaw(db.Kind == DatabaseKind.Sqlite ? Sqlite : Postgres, question, most).AsNoTracking();
    }

    private const string Sqlite =
        "SELECT c.* FROM (SELECT rowid AS row FROM case_search WHERE case_search MATCH {0} ORDER BY rowid DESC LIMIT {1}) s JOIN search_row r ON r.row = s.row JOIN case_file c ON c.id = r.case_id";

    private const string Postgres =
        "SELECT c.* FROM (SELECT row FROM case_search WHERE words @@ {0}::tsquery ORDER BY row DESC LIMIT {1}) s JOIN search_row r ON r.row = s.row JOIN case_file c ON c.id = r.case_id";

    /// <summary>Adds cases that are not in the index yet, in the order given. Call inside a change.</summary>
    public async Task Add(IReadOnlyList<IndexedCase> cases, CancellationToken stop)
    {
        var ids = cases.Select(c => c.Id).ToList();
        var known = (await db.Set<SearchRow>().Where(r => ids.Contains(r.CaseId)).Select(r => r.CaseId).ToListAsync(stop)).ToHashSet();
        var next = await db.Set<SearchRow>().MaxAsync(r => (long?)r.Row, stop) ?? 0;
        var fresh = cases.Where(c => !known.Contains(c.Id)).ToList();
        foreach (var one in fresh)
        {
            next++;
            db.Add(new SearchRow { Row = next, CaseId = one.Id });
            await Insert(next, one.Words, stop);
        }
        await db.SaveChangesAsync(stop);
        await Count(fresh.SelectMany(c => c.Words).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count()), stop);
    }

    private Task<int> Insert(long row, IReadOnlyList<string> words, CancellationToken stop) => db.Kind == DatabaseKind.Sqlite
        ? db.Database.ExecuteSqlRawAsync("INSERT INTO case_search (rowid, words) VALUES ({0}, {1})", [row, string.Join(' ', words)], stop)
        : db.Database.ExecuteSqlRawAsync("INSERT INTO case_search (row, words) VALUES ({0}, array_to_tsvector({1}))", [row, words.ToArray()], stop);

    /// <summary>Adds to the vocabulary, and the ways in to words that are new to it.</summary>
    public async Task Count(IReadOnlyDictionary<string, int> words, CancellationToken stop)
    {
        foreach (var part in words.OrderBy(w => w.Key, StringComparer.Ordinal).Chunk(200))
        {
            var names = part.Select(p => p.Key).ToList();
            var known = (await db.Set<SearchWord>().Where(w => names.Contains(w.Word)).Select(w => w.Word).ToListAsync(stop)).ToHashSet();
            await Rows("INSERT INTO search_word (word, count) VALUES ", " ON CONFLICT (word) DO UPDATE SET count = search_word.count + excluded.count",
                [.. part.Select(p => (object[])[p.Key, p.Value])], stop);
            foreach (var keys in names.Where(n => !known.Contains(n) && !n.All(char.IsAsciiDigit)).SelectMany(w => SearchWords.Keys(w).Select(k => (object[])[k, w])).Chunk(400))
                await Rows("INSERT INTO search_key (key, word) VALUES ", " ON CONFLICT DO NOTHING", keys, stop);
        }
    }

    private Task Rows(string head, string tail, object[][] rows, CancellationToken stop)
    {
        if (rows.Length == 0) return Task.CompletedTask;
        var sql = new StringBuilder(head);
        for (var i = 0; i < rows.Length; i++) sql.Append(i == 0 ? "" : ",").Append('(').Append('{').Append(2 * i).Append("},{").Append(2 * i + 1).Append("})");
        return db.Database.ExecuteSqlRawAsync(sql.Append(tail).ToString(), rows.SelectMany(r => r), stop);
    }
}
