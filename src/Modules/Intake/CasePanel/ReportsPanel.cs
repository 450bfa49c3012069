using System.Text.Json;
using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Voices;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.CasePanel;

/// <param name="MayReveal">the viewer may open the reporter's contact, which is written down</param>
/// <param name="MayWrite">the viewer may write down what is said in a voice note</param>
internal sealed record ReportsPanelModel(string CaseNumber, IReadOnlyList<ReportView> Reports, bool MayReveal, bool MayWrite);

/// <summary>One report as the officers of its case read it.</summary>
internal sealed record ReportView
{
    public required Report Report { get; init; }
    public required string Code { get; init; }
    public required SealedContent Content { get; init; }
    public string? Place { get; init; }
    public string? MaskedContact { get; init; }
    public required IReadOnlyList<ReportPhoto> Photos { get; init; }
    public required IReadOnlyList<(DateTime At, string? Words, int Photos)> Additions { get; init; }

    public ReportVoice? Voice { get; init; }

    /// <summary>What an officer wrote down of it.</summary>
    public string? VoiceWords { get; init; }

    /// <summary>Photos announced and not yet here.</summary>
    public int PhotosToCome => Math.Max(0, Report.PhotosExpected - Photos.Count);
}

/// <summary>"Laporan" on the case page: the words, place, photos and reporters of every report that belongs to the case.</summary>
internal sealed class ReportsPanel(AppDb db, FieldCipher cipher, VoicesOfReports voices, ICatalogue catalogue, IAreas? areas = null) : ICasePanel
{
    private const int Most = 20;
    public static readonly string[] MayReveal = [Roles.Operator, Roles.CallCentre, Roles.FrontOffice, Roles.Supervisor, Roles.Manager, Roles.Head, Roles.VillageDesk, Roles.DistrictWorker];

    private sealed record HeardReport(Report Report, ReportVoice? Voice, List<ReportPhoto> Photos, List<ReportAddition> Additions);

    private static readonly Func<AppDb, CaseId, IAsyncEnumerable<HeardReport>> ReportsOf = EF.CompileAsyncQuery((AppDb db, CaseId id) =>
        (from report in db.Set<Report>()
         where report.CaseId == id || report.OriginalCaseId == id
         join voice in db.Set<ReportVoice>() on report.Id equals voice.ReportId into voices
         from voice in voices.DefaultIfEmpty()
         orderby report.ReceivedAt
         select new HeardReport(report, voice, db.Set<ReportPhoto>().Where(p => p.ReportId == report.Id).OrderBy(p => p.Seq).ToList(),
             db.Set<ReportAddition>().Where(a => a.ReportId == report.Id).OrderBy(a => a.AddedAt).ToList())).AsNoTracking().Take(Most));

    public PanelPlace Place => PanelPlace.Main;

    public int Order => 5;

    public async Task<PanelContent?> For(CaseSummary summary, StaffMember viewer, CancellationToken stop)
    {
        var reports = await ReportsOf(db, summary.Id).ToListAsync(stop);
        if (reports.Count == 0) return null;
        reports = [.. reports.Where(r => summary.Shows(r.Report.Secrecy))];
        return new PanelContent("/CasePanel/Reports.cshtml", new ReportsPanelModel(summary.Number,
            [.. reports.Select(r => View(r.Report, r.Voice, r.Photos, r.Additions))], viewer.HasAny(MayReveal), viewer.HasAny(WriteDownVoiceModel.Writers)));
    }

    private ReportView View(Report report, ReportVoice? voice, IReadOnlyList<ReportPhoto> photos, IEnumerable<ReportAddition> additions) => new()
    {
        Report = report, Code = TicketNumber.Of(catalogue, report.Code), Content = ContentOf(report), Place = areas?.Describe(report.Area) ?? report.Area,
        MaskedContact = Masked(report), Photos = photos, Voice = voice, VoiceWords = voice is null ? null : voices.WordsOf(voice),
        Additions = [.. additions.Select(a => (a.AddedAt, cipher.Open(a.SealedWords, ReportAddition.Column, a.Id.Value), a.PhotoCount))],
    };

    private SealedContent ContentOf(Report report) => report.SealedContent is null
        ? new SealedContent { Story = report.Story, Landmark = report.Landmark, Lat = report.Lat, Lon = report.Lon, AccuracyMetres = report.AccuracyMetres }
        : JsonSerializer.Deserialize(cipher.OpenBytes(report.SealedContent, Report.ContentColumn, report.Id.Value), SealedJson.Default.SealedContent)!;

    private string? Masked(Report report)
    {
        if (cipher.Open(report.SealedContact, Report.ContactColumn, report.Id.Value) is not { } contact) return null;
        return PhoneNumber.Parse(contact).Match(n => n.Masked, _ => contact[..1] + "••••" + contact[Math.Max(0, contact.IndexOf('@'))..]);
    }
}
