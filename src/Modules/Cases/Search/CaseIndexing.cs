using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Cases.Files;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Outcomes;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Search;

/// <summary>Puts cases into the word index: each when it opens, or all that are missing at once. Secret cases never.</summary>
internal sealed class CaseIndexing(AppDb db, Change change, WordIndex index, IPersons persons, IServiceProvider services) : IOutboxConsumer, ICaseSearchBuilder
{
    public const string Consumer = "case-search";
    private const int Batch = 10_000;

    public string Name => Consumer;

    public bool Wants(string eventName) => eventName == nameof(CaseOpened);

    public async Task Handle(OutboxMessage message, CancellationToken stop)
    {
        var id = new CaseId(JsonSerializer.Deserialize<CaseOpened>(message.Payload)!.CaseId);
        if (await db.Set<CaseFile>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop) is not { Secret: false } file) return;
        var words = await Words(file, stop);
        await change.Run(async () =>
        {
            await index.Add([new IndexedCase(id, words)], stop);
            return Outcome.Success;
        }, stop);
    }

    public Task Add(IReadOnlyList<SearchedCase> cases, CancellationToken stop) => change.Run(async () =>
    {
        await index.Add([.. cases.Select(c => new IndexedCase(c.Id, [.. SearchWords.Of(c.Text), .. AreaWords(c.Area)]))], stop);
        db.ChangeTracker.Clear();
        return Outcome.Success;
    }, stop);

    public async Task<int> BuildMissing(CancellationToken stop)
    {
        var count = 0;
        for (CaseId? last = null; await Missing(last, stop) is { Count: > 0 } files; last = files[^1].Id)
        {
            var cases = new List<IndexedCase>(files.Count);
            foreach (var file in files) cases.Add(new IndexedCase(file.Id, await Words(file, stop)));
            await change.Run(async () =>
            {
                await index.Add(cases, stop);
                return Outcome.Success;
            }, stop);
            db.ChangeTracker.Clear();
            count += files.Count;
        }
        return count;
    }

    /// <summary>Ids carry their time, so that their order is that of arrival.</summary>
    private Task<List<CaseFile>> Missing(CaseId? last, CancellationToken stop)
    {
        var from = last is { } id ? db.Set<CaseFile>().FromSqlRaw("SELECT * FROM case_file WHERE id > {0}", db.Value(id.Value)) : db.Set<CaseFile>();
        return from.AsNoTracking().Where(c => !c.Secret && !db.Set<SearchRow>().Any(r => r.CaseId == c.Id)).OrderBy(c => c.Id).Take(Batch).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<string>> Words(CaseFile file, CancellationToken stop)
    {
        var story = services.GetService<ICaseWords>() is { } words ? await words.WordsOf(file.Id) : null;
        var person = file.PersonId is { } id ? (await persons.Find(id, stop))?.Facts : null;
        return [.. SearchWords.Of($"{file.Title} {story ?? file.Excerpt} {person?.Name} {person?.Alias}"), .. AreaWords(file.Area)];
    }

    /// <summary>The kecamatan and the village as words of their own, so that a search can stay within an officer's area.</summary>
    internal static IEnumerable<string> AreaWords(string? area)
    {
        if (area is not { Length: >= 8 }) yield break;
        yield return AreaWord(area[..8]);
        if (area.Length > 8) yield return AreaWord(area);
    }

    internal static string AreaWord(string code) => "zz" + code.Replace(".", "", StringComparison.Ordinal);
}
