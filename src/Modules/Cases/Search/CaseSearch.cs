using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Cases.Queue;
using Layar.Cases.Workflow;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Backups;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Outbox;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Search;

/// <param name="Also">words that were searched beside those typed</param>
internal sealed record SearchResult(IReadOnlyList<QueueRow> Rows, IReadOnlyList<string> Also);

/// <summary>Finds cases by number, name and words, forgiving one slip a word; by NIK through its blind index.</summary>
internal sealed class CaseSearch(AppDb db, WordIndex index, CaseVisibility visibility, ICatalogue catalogue, KeyRing keys)
{
    public const int Most = 50;
    private const int MostWords = 8;
    private const int MostSpellings = 8;

    public async Task<SearchResult> Find(string text, StaffMember member, CancellationToken stop)
    {
        if (TicketCode.Parse(catalogue.Instance.TicketPrefix, text).TryGet(out var code, out _))
        {
            var number = code.ToString();
            return new SearchResult(await Seen(db.Set<CaseFile>().AsNoTracking().Where(c => c.Number == number), member).ToListAsync(stop), []);
        }
        var words = SearchWords.Of(text).Take(MostWords).ToList();
        if (words.Count == 0) return new SearchResult([], []);
        var known = await db.Set<SearchWord>().Where(w => words.Contains(w.Word)).Select(w => w.Word).ToListAsync(stop);
        var rows = known.Count == words.Count ? await Matching([.. words.Select(w => (IReadOnlyList<string>)[w])], member, stop) : [];
        if (rows.Count > 0) return new SearchResult(rows, []);
        var groups = await Spellings(words, known, stop);
        if (groups.Any(g => g.Count == 0)) return new SearchResult([], []);
        return new SearchResult(await Matching(groups, member, stop), [.. groups.SelectMany(g => g).Except(words)]);
    }

    /// <summary>Cases of the person with this NIK. The caller has written down why it is asked.</summary>
    public async Task<IReadOnlyList<QueueRow>> ByNik(Nik nik, StaffMember member, CancellationToken stop) =>
        await Seen(db.Set<CaseFile>().FromSqlRaw(OfPersonsWithNik, keys.BlindIndex("nik", nik.Digits)).AsNoTracking(), member).ToListAsync(stop);

    // Cases of a merged person stay with it; the one as whom it goes on shows its NIK, or the other way about.
    private const string OfPersonsWithNik = """
        SELECT * FROM case_file WHERE person_id IN (
            SELECT id FROM person WHERE nik_index = {0}
            UNION SELECT merged_into FROM person WHERE nik_index = {0} AND merged_into IS NOT NULL
            UNION SELECT gone.id FROM person p JOIN person gone ON gone.merged_into = p.id WHERE p.nik_index = {0})
        """;

    private async Task<List<QueueRow>> Matching(IReadOnlyList<IReadOnlyList<string>> groups, StaffMember member, CancellationToken stop)
    {
        var within = member.AreaScope.Where(s => s.Length >= 8).Select(CaseIndexing.AreaWord).ToList();
        // Some of the newest may not be this officer's to see: role and secrecy are asked after the words.
        return await Seen(index.Match(within.Count > 0 ? [.. groups, within] : groups, Most * 4), member).ToListAsync(stop);
    }

    private IQueryable<QueueRow> Seen(IQueryable<CaseFile> cases, StaffMember member) =>
        visibility.Filter(cases, member).OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id).Take(Most).Select(QueueRow.Of);

    /// <summary>Words of the vocabulary that each typed word may mean, nearest and commonest first; a word that is known stays among them.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<string>>> Spellings(IReadOnlyList<string> words, IReadOnlyList<string> known, CancellationToken stop)
    {
        var keyed = words.ToDictionary(w => w, w => SearchWords.Keys(w).ToList());
        var all = keyed.Values.SelectMany(k => k).Distinct().ToList();
        var found = await db.Set<SearchKey>().Where(k => all.Contains(k.Key))
            .Join(db.Set<SearchWord>(), k => k.Word, w => w.Word, (k, w) => new { k.Key, w.Word, w.Count }).ToListAsync(stop);
        return [.. words.Select(word => (IReadOnlyList<string>)[.. found.Where(f => keyed[word].Contains(f.Key)).DistinctBy(f => f.Word)
            .Select(f => (f.Word, f.Count, Distance: SearchWords.Distance(word, f.Word)))
            .Where(f => f.Distance <= (word.Length >= 7 ? 2 : word.Length >= 4 ? 1 : 0))
            .OrderBy(f => f.Distance).ThenByDescending(f => f.Count).Select(f => f.Word).Take(MostSpellings)
            .Union(known.Contains(word) ? [word] : [])])];
    }
}

internal static class CaseSearchModule
{
    public static IServiceCollection AddCaseSearch(this IServiceCollection services) => services
        .AddSingleton(new DerivedTable("search_row")).AddSingleton(new DerivedTable("search_word")).AddSingleton(new DerivedTable("search_key"))
        .AddScoped<WordIndex>().AddScoped<CaseSearch>().AddScoped<ICaseSearchBuilder, CaseIndexing>()
        .AddConsumer<CaseIndexing>(CaseIndexing.Consumer, nameof(CaseOpened));
}
