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

    /// <summary>Steps worth a mail; the ones between are read on the page.</summary>
    private static readonly CaseStep[] Told =
    [
        CaseStep.AwaitingReporter, CaseStep.VisitScheduled, CaseStep.UrgentResponse, CaseStep.ReferredOut, CaseStep.Postponed, CaseStep.LetterReady,
        CaseStep.Completed, CaseStep.Rejected, CaseStep.Archived,
    ];

    public string Name => ConsumerName;

    public int AtOnce => 4;

    public bool Wants(string eventName) => eventName is nameof(CaseOpened) or nameof(CaseMoved);

    public async Task Handle(OutboxMessage message, CancellationToken stop)
    {
        var (id, step) = Read(message);
        if (step is { } to && !Told.Contains(to)) return;
        var reports = await db.Set<Report>().AsNoTracking()
            .Where(r => r.CaseId == id && r.ContactChannel == "email" && r.Secrecy != Secrecy.Secret && r.SealedContact != null)
            .Where(r => !db.Set<ReportNotice>().Any(n => n.MessageId == message.Id && n.ReportId == r.Id)).ToListAsync(stop);
        foreach (var report in reports) await Tell(report, step, message, stop);
    }

    private static (CaseId, CaseStep?) Read(OutboxMessage message)
    {
        if (message.Event == nameof(CaseOpened)) return (new CaseId(JsonSerializer.Deserialize<CaseOpened>(message.Payload)!.CaseId), null);
        var moved = JsonSerializer.Deserialize<CaseMoved>(message.Payload)!;
        return (new CaseId(moved.CaseId), Enum.Parse<CaseStep>(moved.To));
    }

    private async Task Tell(Report report, CaseStep? step, OutboxMessage message, CancellationToken stop)
    {
        var code = TicketNumber.Of(catalogue, report.Code);
        var link = $"{installation.PublicAddress}/l/{secrets.For(report.Id, secret: false).Link.Value}";
        var (subject, what) = step is { } to
            ? (texts.Official("intake.mail.subject", code), texts.Official($"intake.mail.{to}"))
            : (texts.Official("intake.mail.subject.received", code), texts.Official("intake.mail.received"));
        var body = texts.Official("intake.mail.body", what, code, link, catalogue.Instance.Office, catalogue.Instance.WhatsApp);
        await post.Send(cipher.Open(report.SealedContact, Report.ContactColumn, report.Id.Value)!, subject, body, $"{message.Id.Value:N}.{report.Id.Value:N}", stop);
        var noted = await change.Run(() =>
        {
            db.Add(new ReportNotice { MessageId = message.Id, ReportId = report.Id, SentAt = clock.GetUtcNow().UtcDateTime });
            return Task.FromResult(Kernel.Outcomes.Outcome.Success);
        }, stop);
        if (noted.Refusal is { } why) throw new InvalidOperationException(why.Code);
    }
}
