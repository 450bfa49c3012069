using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Identity.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Intake.Voices;
using Layar.Kernel.Data;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.CasePanel;

/// <summary>
/// Reports about a person in the copy that the person may ask for. Who reported is another person's datum and never stands in it; of
/// anonymous and secret reports not even the words, for words betray who wrote them.
/// </summary>
internal sealed class ReportsInCopy(AppDb db, VoicesOfReports voices, ICatalogue catalogue, TextCatalogue texts) : IPersonCopyPart
{
    public int Order => 30;

    public async Task Fill(PersonCopy copy, StaffMember viewer, CancellationToken stop)
    {
        var cases = copy.Of("case").Select(c => new CaseId(c.Id)).ToList();
        var reports = await db.Set<Report>().AsNoTracking().Where(r => cases.Contains(r.CaseId) && r.Secrecy != Secrecy.Secret).OrderBy(r => r.ReceivedAt).ToListAsync(stop);
        foreach (var report in reports) copy.Concerns("report", report.Id.Value, texts["intake.copy.report", TicketNumber.Of(catalogue, report.Code)]);
        var heard = await voices.Of([.. reports.Select(r => r.Id)], stop);
        foreach (var (voice, _) in heard.Values) copy.Concerns("voice", voice.Id.Value, texts["intake.copy.voice"]);
        copy.Add(texts["intake.copy.title"], [.. reports.Select(r => Line(r, heard.GetValueOrDefault(r.Id).Words))]);
        await Photos(copy, [.. reports.Select(r => r.Id)], stop);
    }

    private CopyLine Line(Report report, string? said) => new(
        texts["intake.copy.report", TicketNumber.Of(catalogue, report.Code)],
        report.Secrecy == Secrecy.Open ? string.Join("\n", ((string?[])[report.Story, said]).OfType<string>()) is { Length: > 0 } words ? words : "–" : texts["intake.copy.kept"],
        $"{Wita.Full(report.ReceivedAt)} · {catalogue.Instance.Channels.FirstOrDefault(c => c.Code == report.Channel)?.Name.ToString() ?? report.Channel}");

    private async Task Photos(PersonCopy copy, List<ReportId> reports, CancellationToken stop)
    {
        foreach (var photo in await db.Set<ReportPhoto>().AsNoTracking().Where(p => reports.Contains(p.ReportId)).Select(p => new { p.Id, p.FileId }).ToListAsync(stop))
        {
            copy.Concerns("photo", photo.Id.Value, texts["intake.copy.photo"]);
            copy.Concerns("photo", photo.FileId.Value, texts["intake.copy.photo"]);
        }
    }
}
