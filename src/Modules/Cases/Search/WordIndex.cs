using System.Data.Common;
using System.Text;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

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
    /// <param name="beginnings">a word may go on after what is asked</param>
    public IQueryable<CaseFile> Match(IReadOnlyList<IReadOnlyList<string>> groups, int most, bool beginnings = false)
    {
        var end = !beginnings ? "" : db.Kind == DatabaseKind.Sqlite ? "*" : ":*";
        var (or, and) = db.Kind == DatabaseKind.Sqlite ? (" OR ", " AND ") : ("|", "&");
        // Words are small letters and digits only (SearchWords), so that quoting them is enough.
        var quote = db.Kind == DatabaseKind.Sqlite ? "\"" : "'";
        var question = string.Join(and, groups.Select(g => "(" + string.Join(or, g.Select(w => quote + w + quote + end)) + ")"));
        return db.Set<CaseFile>().FromSqlRaw(db.Kind == DatabaseKind.Sqlite ? Sqlite : Postgres, question, most).AsNoTracking();
    }

    private const string Sqlite =
        "SELECT c.* FROM (SELECT rowid AS row FROM case_search WHERE case_search MATCH {0} ORDER BY rowid DESC LIMIT {1}) s JOIN search_row r ON r.row = s.row JOIN case_file c ON c.id = r.case_id";

    private const string Postgres =
        "SELECT c.* FROM (SELECT row FROM case_search WHERE words @@ {0}::tsquery ORDER BY row DESC LIMIT {1}) s JOIN search_row r ON r.row = s.row JOIN case_file c ON c.id = r.case_id";

    /// <summary>Adds cases that are not in the index yet, in the order given. Call inside a change.</summary>
    public async Task Add(IReadOnlyList<IndexedCase> cases, CancellationToken stop)
    {
        // One writer at a time counts the rows on.
        await db.TakeTurn("case-search", stop);
        var known = new HashSet<CaseId>();
        foreach (var ids in cases.Select(c => c.Id).Chunk(1000))
            known.UnionWith(await db.Set<SearchRow>().Where(r => ids.Contains(r.CaseId)).Select(r => r.CaseId).ToListAsync(stop));
        var next = await db.Set<SearchRow>().MaxAsync(r => (long?)r.Row, stop) ?? 0;
        var fresh = cases.Where(c => !known.Contains(c.Id)).Select(c => (Row: ++next, c.Id, c.Words)).ToList();
        if (fresh.Count == 0) return;
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await new RowWriter(db.Model, db.Kind).Load(connection, transaction, typeof(SearchRow), fresh.Select(f => new SearchRow { Row = f.Row, CaseId = f.Id }), stop);
        await Insert(connection, transaction, fresh, stop);
        await Count(fresh.SelectMany(c => c.Words).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count()), stop);
    }

    private static async Task Insert(DbConnection connection, DbTransaction transaction, IReadOnlyList<(long Row, CaseId Id, IReadOnlyList<string> Words)> rows, CancellationToken stop)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        if (connection is NpgsqlConnection)
        {
            command.CommandText = "INSERT INTO case_search (row, words) SELECT r, array_to_tsvector(string_to_array(w, ' ')) FROM unnest($1, $2) AS t(r, w)";
            command.Parameters.Add(new NpgsqlParameter { Value = rows.Select(r => r.Row).ToArray() });
            command.Parameters.Add(new NpgsqlParameter { Value = rows.Select(r => string.Join(' ', r.Words)).ToArray() });
            await command.ExecuteNonQueryAsync(stop);
            return;
        }
        command.CommandText = "INSERT INTO case_search (rowid, words) VALUES ($r, $w)";
        var (row, words) = (command.CreateParameter(), command.CreateParameter());
        (row.ParameterName, words.ParameterName) = ("$r", "$w");
        command.Parameters.AddRange(new[] { row, words });
        foreach (var one in rows)
        {
            (row.Value, words.Value) = (one.Row, string.Join(' ', one.Words));
            command.ExecuteNonQuery();
        }
    }

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
