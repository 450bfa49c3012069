using Layar.Catalogue.Contracts;
using Layar.Catalogue.Loading;
using Layar.Catalogue.Programmes;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Layar.Catalogue.Versions;

/// <summary>A wording of a programme that may hold again.</summary>
/// <param name="Name">for the form</param>
/// <param name="Entry">an object as in programmes.json</param>
internal sealed record EarlierWording(string Name, string Entry, Programme Programme);

/// <summary>Stored versions as programmes.</summary>
internal sealed class VersionReading(AppDb db, ProgrammeBook book, ICatalogue catalogue, TextCatalogue texts, TimeProvider clock) : IProgrammeVersions
{
    public async Task<WrittenVersion?> Find(ProgrammeVersionId id, CancellationToken stop) =>
        await db.Set<ProgrammeVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, stop) is { } version ? Written(version) : null;

    /// <summary>Newest first.</summary>
    public Task<List<ProgrammeVersion>> Of(string code, CancellationToken stop) =>
        db.Set<ProgrammeVersion>().AsNoTracking().Where(v => v.Code == code).OrderByDescending(v => v.Number).ToListAsync(stop);

    public WrittenVersion? Written(ProgrammeVersion version)
    {
        var faults = new Faults();
        var entry = version.Read(faults);
        if (faults.All.Count > 0) return null;
        var rules = book.RulesWith(entry);
        return rules is not null && Service(entry) is { } service
            ? new(version.Id, version.Number, version.State, LoadedProgrammes.Filled(rules, entry, service), rules.Facts, version.ChangedAt) : null;
    }

    /// <summary>Null when the programme has no such version, or when it reads no longer.</summary>
    public async Task<EarlierWording?> Earlier(string code, ProgrammeVersionId id, CancellationToken stop) =>
        await db.Set<ProgrammeVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id && v.Code == code, stop) is { } version && Written(version) is { } written
            ? new(texts["catalogue.history.number", version.Number], version.Entry, written.Programme) : null;

    /// <summary>The wording of the files that begins on a day.</summary>
    public EarlierWording? Shipped(string code, DateOnly from) =>
        book.Seeds(code).FirstOrDefault(s => s.Validity.From == from) is { } seed && Service(seed) is { } service && book.RulesWith(seed) is { } rules
            ? new(texts["catalogue.history.returning.files"], seed.Written, LoadedProgrammes.Filled(rules, seed, service)) : null;

    /// <summary>What begins before a day and would be replaced on it; null for a new programme.</summary>
    public Programme? Before(string code, DateOnly day)
    {
        var entries = book.Content.Programmes.Where(p => p.Code == code && p.Validity.From < day).ToList();
        return entries.MaxBy(p => p.Validity.From) is { } entry && Service(entry) is { } service
            ? LoadedProgrammes.Filled(book.Content.Rules, entry, service) : null;
    }

    /// <summary>A programme may be older than the service by which it is asked for today.</summary>
    private Service? Service(ProgrammeEntry entry) => catalogue.Service(entry.Service, entry.Validity.From) ?? catalogue.Service(entry.Service, Wita.Day(clock.GetUtcNow().UtcDateTime));
}
