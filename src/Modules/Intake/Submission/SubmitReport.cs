using System.Text.Json;
using Layar.Catalogue.Contracts;
using Layar.Cases.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Submission;

/// <summary>
/// Takes a report in: one write holds report, person, case, act and messages. The unique index on the report's id makes
/// sending twice harmless, so that nothing needs to be asked before.
/// </summary>
internal sealed class SubmitReport(
    ReportRules rules, ReportRows rows, ReportSecrets secrets, GroupCommit writer, IDbContextFactory<AppDb> contexts, ICatalogue catalogue, TimeProvider time)
{
    // At a million reports a clash comes about once in 1,500; five in a row do not come.
    private const int Draws = 5;

    public async Task<Submitted> Handle(IncomingReport incoming, CancellationToken stop)
    {
        var (report, faults) = rules.Check(incoming.Input);
        if (report is null) return new Submitted.Refused(faults);
        var now = time.GetUtcNow().UtcDateTime;
        var hash = secrets.ContentHash(Canonical(incoming));
        var keys = secrets.For(report.Id, report.Secrecy == Secrecy.Secret);
        for (var draw = 0; ; draw++)
        {
            var code = secrets.Code(catalogue.Instance.TicketPrefix, report.Id, draw);
            var (all, due) = rows.Of(report, incoming, code, keys, hash, now);
            try
            {
                await writer.Write(all, stop);
                return new Submitted.Accepted(new Receipt(report.Id, code.ToString(), keys.Pin.Value, keys.Link.Value, due, keys.UploadSecret));
            }
            catch (Exception failure) when (UniqueViolation.Is(failure) && draw < Draws)
            {
                if (await Before(report, keys, hash, stop) is { } answer) return answer;
            }
        }
    }

    /// <summary>The answer to a report that came before; null when only its code was taken.</summary>
    private async Task<Submitted?> Before(CheckedReport report, ReportKeys keys, byte[] hash, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var row = await db.Set<Report>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == report.Id, stop);
        if (row is null) return null;
        if (!row.ContentHash.AsSpan().SequenceEqual(hash)) return new Submitted.OtherContent();
        return new Submitted.Again(new Receipt(row.Id, TicketNumber.Of(catalogue, row.Code), keys.Pin.Value, keys.Link.Value, row.FirstAnswerDue, keys.UploadSecret));
    }

    /// <summary>What makes two submissions the same: the words as they came, the photos and the voice note.</summary>
    private static string Canonical(IncomingReport incoming) =>
        incoming.Channel + "\n" + JsonSerializer.Serialize(incoming.Input, ReportJson.Default.ReportInput)
        + string.Concat(incoming.Photos.Select(p => "\n" + Convert.ToHexString(p.Sha256)))
        + (incoming.Voice is { } voice ? "\n" + Convert.ToHexString(voice.File.Sha256) : "");
}
