using System.Text.Json;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Intake.Contracts;
using Layar.Intake.Reports;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Mail;
using Layar.Kernel.Outbox;
using Layar.Kernel.Secrets;
using Layar.Kernel.Texts;
using Microsoft.EntityFrameworkCore;

namespace Layar.Intake.Notices;

/// <summary>
/// Who left an e-mail address hears when something happens or when it is their turn. The mail holds the ticket code, the
/// step and the link; never a name, the problem or a reason. Secret reports get none.
/// </summary>
internal sealed class MailTheReporter(
    AppDb db, Change change, MailPost post, ReportSecrets secrets, FieldCipher cipher, ICatalogue catalogue, TextCatalogue texts, Installation installation, TimeProvider clock) : IOutboxConsumer
{
    public const string ConsumerName = "intake.mail";
    private const string Received = "received";

    /// <summary>Steps worth a mail; the ones between are read on the page.</summary>
    private static readonly CaseStep[] Told =
    [
        CaseStep.AwaitingReporter, CaseStep.VisitScheduled, CaseStep.UrgentResponse, CaseStep.ReferredOut, CaseStep.Postponed, CaseStep.LetterReady,
        CaseStep.Completed, CaseStep.Rejected, CaseStep.Archived,
    ];

    public string Name => ConsumerName;

    public int AtOnce => 4;

    public bool Wants(string eventName) => eventName is nameof(CaseOpened) or nameof(CaseMoved) or nameof(ReporterAsked);

    public async Task Handle(OutboxMessage message, CancellationToken stop)
    {
        var (id, news) = Read(message);
        if (news is null) return;
        var reports = await db.Set<Report>().AsNoTracking()
            .Where(r => r.CaseId == id && r.ContactChannel == "email" && r.Secrecy != Secrecy.Secret && r.SealedContact != null)
            .Where(r => !db.Set<ReportNotice>().Any(n => n.MessageId == message.Id && n.ReportId == r.Id)).ToListAsync(stop);
        foreach (var report in reports) await Tell(report, news, message, stop);
    }

    /// <returns>last word of the key of what is told; null when it is not worth a mail</returns>
    private static (CaseId Case, string? News) Read(OutboxMessage message)
    {
        if (message.Event == nameof(CaseOpened)) return (new CaseId(JsonSerializer.Deserialize<CaseOpened>(message.Payload)!.CaseId), Received);
        if (message.Event == nameof(ReporterAsked)) return (new CaseId(JsonSerializer.Deserialize<ReporterAsked>(message.Payload)!.CaseId), "asked");
        var moved = JsonSerializer.Deserialize<CaseMoved>(message.Payload)!;
        return (new CaseId(moved.CaseId), Told.Contains(Enum.Parse<CaseStep>(moved.To)) ? moved.To : null);
    }

    private async Task Tell(Report report, string news, OutboxMessage message, CancellationToken stop)
    {
        var code = TicketNumber.Of(catalogue, report.Code);
        var link = $"{installation.PublicAddress}/l/{secrets.For(report.Id, secret: false).Link.Value}";
        var subject = texts.Official(news == Received ? "intake.mail.subject.received" : "intake.mail.subject", code);
        var body = texts.Official("intake.mail.body", texts.Official($"intake.mail.{news}"), code, link, catalogue.Instance.Office, catalogue.Instance.WhatsApp);
        await post.Send(cipher.Open(report.SealedContact, Report.ContactColumn, report.Id.Value)!, subject, body, $"{message.Id.Value:N}.{report.Id.Value:N}", stop);
        var noted = await change.Run(() =>
        {
            db.Add(new ReportNotice { MessageId = message.Id, ReportId = report.Id, SentAt = clock.GetUtcNow().UtcDateTime });
            return Task.FromResult(Kernel.Outcomes.Outcome.Success);
        }, stop);
        if (noted.Refusal is { } why) throw new InvalidOperationException(why.Code);
    }
}
