using System.Security.Cryptography;
using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Host.CommandLine;
using Layar.Intake.Notices;
using Layar.Intake.Reports;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Outbox;
using Layar.Letters.Register;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Host.Tests.PowerLoss;

/// <summary>The product on what a power loss has left: its own code opens the database, the keys and the files.</summary>
internal sealed class House : IAsyncDisposable
{
    private static readonly (string Broken, string Count)[] Rules =
    [
        ("reports without a case", "SELECT COUNT(*) AS Value FROM report r WHERE NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id = r.original_case_id)"),
        ("cases without an act", "SELECT COUNT(*) AS Value FROM case_file c WHERE NOT EXISTS (SELECT 1 FROM act a WHERE a.chain = c.id)"),
        ("photos without a file", "SELECT COUNT(*) AS Value FROM report_photo p WHERE NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.id = p.file_id)"),
        ("deliveries without a message", "SELECT COUNT(*) AS Value FROM outbox_delivery d WHERE NOT EXISTS (SELECT 1 FROM outbox_message m WHERE m.id = d.message_id)"),
        ("letters signed without a number", "SELECT COUNT(*) AS Value FROM letter WHERE signed_at IS NOT NULL AND number_text IS NULL"),
        ("numbers taken twice", "SELECT COUNT(*) - COUNT(DISTINCT number_text) AS Value FROM letter WHERE number_text IS NOT NULL"),
    ];

    private readonly WebApplication app;
    private readonly DateTime since;

    /// <param name="since">files put there from this moment (UTC) on are opened</param>
    public House(string folder, DateTime since)
    {
        this.since = since;
        var settings = new Dictionary<string, string?> { ["data"] = folder, ["db"] = $"sqlite:{Path.Combine(folder, "layar.db")}", ["port"] = "0", ["area"] = "63.11" };
        app = LayarApp.Build(Settings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), demo: true));
    }

    /// <summary>Everything that is not as it must be.</summary>
    public async Task<IReadOnlyList<string>> Faults(IReadOnlyList<Promise> promises)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var faults = new List<string>();
        if ((await scope.ServiceProvider.GetRequiredService<Migrator>().Pending(CancellationToken.None)).Count > 0) return ["steps of the schema are missing"];
        var integrity = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync();
        if (integrity is not ["ok"]) return [$"integrity: {string.Join("; ", integrity)}"];
        foreach (var (broken, count) in Rules)
            if (await db.Database.SqlQueryRaw<int>(count).SingleAsync() is > 0 and var found) faults.Add($"{found} {broken}");
        if ((await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None)).Broken is { } act) faults.Add($"acts: {act}");
        faults.AddRange(await Broken(db, promises));
        faults.AddRange(await Unheard(db, promises));
        faults.AddRange(await Lost(db, scope.ServiceProvider.GetRequiredService<IFileStore>()));
        return faults;
    }

    private static async Task<IEnumerable<string>> Broken(AppDb db, IReadOnlyList<Promise> promises)
    {
        var reports = await db.Set<Report>().AsNoTracking().ToDictionaryAsync(r => $"{r.Id.Value}", r => r.Code);
        var photos = await db.Set<ReportPhoto>().AsNoTracking().Select(p => p.ReportId).ToListAsync();
        var notes = await db.Set<Act>().AsNoTracking().Where(a => a.Kind == "AddNote").Select(a => a.Reason).ToListAsync();
        var letters = await db.Set<Letter>().AsNoTracking().Where(l => l.NumberText != null).Select(l => l.Id).ToListAsync();
        var (shown, noted, numbered) = (photos.Select(p => $"{p.Value}").ToHashSet(), notes.ToHashSet(), letters.Select(l => $"{l.Value}").ToHashSet());
        return promises.Where(p => !(p.Kind switch
        {
            Promised.Report => reports.TryGetValue(p.Of, out var code) && p.Word.Replace("-", "", StringComparison.Ordinal).EndsWith(code, StringComparison.Ordinal),
            Promised.Photo => shown.Contains(p.Of),
            Promised.Note => noted.Contains(p.Word),
            _ => numbered.Contains(p.Of),
        })).Select(p => $"lost: {p}");
    }

    /// <summary>Every report that was answered for has its message to the reporter, waiting or done; one that is done has the notice of it.</summary>
    private static async Task<IEnumerable<string>> Unheard(AppDb db, IReadOnlyList<Promise> promises)
    {
        var messages = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Event == nameof(CaseOpened)).ToListAsync();
        var ofCase = messages.ToDictionary(m => JsonSerializer.Deserialize<CaseOpened>(m.Payload)!.CaseId, m => m.Id);
        var deliveries = await db.Set<OutboxDelivery>().AsNoTracking().Where(d => d.Consumer == MailTheReporter.ConsumerName).ToDictionaryAsync(d => d.MessageId, d => d.State);
        var noticed = (await db.Set<ReportNotice>().AsNoTracking().Select(n => n.MessageId).ToListAsync()).ToHashSet();
        var reports = await db.Set<Report>().AsNoTracking().ToDictionaryAsync(r => $"{r.Id.Value}", r => (Case: r.OriginalCaseId.Value, Told: r.Secrecy != Secrecy.Secret));
        return promises.Where(p => p.Kind == Promised.Report && reports.TryGetValue(p.Of, out var report) && !(ofCase.TryGetValue(report.Case, out var message)
            && deliveries.TryGetValue(message, out var state) && (state == DeliveryState.Waiting || !report.Told || noticed.Contains(message)))).Select(p => $"nobody hears of {p}");
    }

    /// <summary>Files that a row names and that are gone or not what they were.</summary>
    private async Task<IEnumerable<string>> Lost(AppDb db, IFileStore store)
    {
        var faults = new List<string>();
        foreach (var file in await db.Set<StoredFile>().AsNoTracking().Where(f => f.CreatedAt >= since).ToListAsync())
        {
            try
            {
                if (!SHA256.HashData(await store.Get(file, CancellationToken.None)).AsSpan().SequenceEqual(file.Sha256)) faults.Add($"{file.Name} is another file");
            }
            catch (Exception gone) when (gone is IOException or CryptographicException)
            {
                faults.Add($"{file.Name}: {gone.GetType().Name}");
            }
        }
        return faults;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
