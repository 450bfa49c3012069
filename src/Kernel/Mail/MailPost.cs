using System.Net;
using System.Net.Mail;
using System.Text;

namespace Layar.Kernel.Mail;

/// <summary>Plain-text mail over the office's server.</summary>
public sealed class MailPost(MailRoad road)
{
    /// <param name="key">the same key makes the same Message-ID, by which mailboxes recognise a repetition</param>
    /// <exception cref="SmtpException">when the server refuses</exception>
    /// <exception cref="TimeoutException">when it does not answer in time; it may have taken the mail</exception>
    public async Task Send(string to, string subject, string text, string key, CancellationToken stop)
    {
        var mail = new MailMessage(road.From, to)
        {
            Subject = subject.ReplaceLineEndings(" "), SubjectEncoding = Encoding.UTF8, Body = text, BodyEncoding = Encoding.UTF8, IsBodyHtml = false,
        };
        mail.Headers["Message-ID"] = $"<{key}@{road.From[(road.From.IndexOf('@') + 1)..]}>";
        mail.Headers["Auto-Submitted"] = "auto-generated";
        var client = new SmtpClient(road.Host, road.Port) { EnableSsl = road.Tls };
        if (road.User is not null) client.Credentials = new NetworkCredential(road.User, road.Password);
        var sending = Task.Run(() => client.SendMailAsync(mail, CancellationToken.None), CancellationToken.None);
        try
        {
            await sending.WaitAsync(road.Patience, stop);
        }
        finally
        {
            LetGo(client, mail, sending);
        }
    }

    /// <summary>
    /// A server that fell silent is not waited for, neither by the sender nor by its farewell: SmtpClient does not give up by itself, and
    /// says QUIT when it is disposed.
    /// </summary>
    private static void LetGo(SmtpClient client, MailMessage mail, Task sending) => _ = Task.Run(async () =>
    {
        client.Dispose();
        await sending.ContinueWith(ended => _ = ended.Exception, TaskScheduler.Default);
        mail.Dispose();
    });
}
