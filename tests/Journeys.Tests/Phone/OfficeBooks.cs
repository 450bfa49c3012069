using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Uploads;
using Layar.Intake.Voices;
using Layar.Journeys.Tests.House;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Journeys.Tests.Phone;

/// <summary>What the office holds of what telephones sent.</summary>
internal static class OfficeBooks
{
    /// <summary>Ids of the reports with these words, each as often as it stands there.</summary>
    public static Task<List<string>> ReportsWith(this JourneyServer server, string words) => server.Within(async services =>
        (await services.GetRequiredService<AppDb>().Set<Report>().AsNoTracking().Where(r => r.Story != null && r.Story.Contains(words)).Select(r => r.Id).ToListAsync()).Select(id => id.Value.ToString()).ToList());

    /// <summary>The eight symbols of its code.</summary>
    public static Task<string?> CodeOf(this JourneyServer server, string report) => server.Within(services =>
    {
        var id = new ReportId(Guid.Parse(report));
        return services.GetRequiredService<AppDb>().Set<Report>().Where(r => r.Id == id).Select(r => (string?)r.Code).FirstOrDefaultAsync();
    });

    /// <summary>SHA-256 of the voice note of a report as it lies in the store; null while it has not come.</summary>
    public static Task<string?> VoiceOf(this JourneyServer server, string report) => server.Within(async services =>
    {
        var (db, id) = (services.GetRequiredService<AppDb>(), new ReportId(Guid.Parse(report)));
        if (await db.Set<ReportVoice>().AsNoTracking().SingleOrDefaultAsync(v => v.ReportId == id) is not { FileId: { } file }) return null;
        var bytes = await services.GetRequiredService<IFileStore>().Get(await db.Set<StoredFile>().SingleAsync(f => f.Id == file), CancellationToken.None);
        return (string?)Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
    });

    /// <summary>The days are over for which unfinished uploads of a report are kept.</summary>
    /// <returns>how many were begun</returns>
    public static Task<int> ForgetUploads(this JourneyServer server, string report) => server.Within(services =>
    {
        var id = new ReportId(Guid.Parse(report));
        return services.GetRequiredService<AppDb>().Set<ReportUpload>().Where(u => u.ReportId == id && u.DoneAt == null).ExecuteDeleteAsync();
    });

    /// <summary>SHA-256 of the photos of a report as they lie in the store, by their place.</summary>
    public static Task<Dictionary<int, string>> PhotosOf(this JourneyServer server, string report) => server.Within(async services =>
    {
        var (db, id, found) = (services.GetRequiredService<AppDb>(), new ReportId(Guid.Parse(report)), new Dictionary<int, string>());
        foreach (var photo in await db.Set<ReportPhoto>().AsNoTracking().Where(p => p.ReportId == id).ToListAsync())
        {
            var bytes = await services.GetRequiredService<IFileStore>().Get(await db.Set<StoredFile>().SingleAsync(f => f.Id == photo.FileId), CancellationToken.None);
            found.Add(photo.Seq, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        }
        return found;
    });
}
