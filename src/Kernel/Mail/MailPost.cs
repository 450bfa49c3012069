using System.Net;
using System.Net.Mail;
using System.Text;

namespace Layar.Kernel.Mail;

/// <summary>Plain-text mail over the office's server.</summary>
public sealed class MailPost(MailRoad road)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="key">the same key makes the same Message-ID, by which mailboxes recognise a repetition</param>
    /// <exception cref="SmtpException">when the server refuses or does not answer</exception>
    public async Task Send(string to, string subject, string text, string key, CancellationToken stop)
    {
        using var mail = new MailMessage(road.From, to)
        {
            Subject = subject.ReplaceLineEndings(" "), SubjectEncoding = Encoding.UTF8, Body = text, BodyEncoding = Encoding.UTF8, IsBodyHtml = false,
        };
        mail.Headers["Message-ID"] = $"<{key}@{road.From[(road.From.IndexOf('@') + 1)..]}>";
        mail.Headers["Auto-Submitted"] = "auto-generated";
        using var client = new SmtpClient(road.Host, road.Port) { EnableSsl = road.Tls };
        if (road.User is not null) client.Credentials = new NetworkCredential(road.User, road.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        await client.SendMailAsync(mail, patience.Token);
    }
}
