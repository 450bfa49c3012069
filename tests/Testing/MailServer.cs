using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Layar.Testing;

/// <summary>How the mail server takes one mail.</summary>
public enum MailMood { Takes, Refuses, NeverAnswers, AnswersTwice }

/// <summary>A mail server of somebody else on the loopback address: speaks SMTP, keeps what it gets, in whatever mood it is.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task work;
    private int refusals;

    /// <summary>Asked once for every mail.</summary>
    public Func<MailMood> Mood { get; set; } = () => MailMood.Takes;

    public MailServer()
    {
        listener.Start();
        work = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<(string To, string Text)> Mails { get; } = new();

    public void RefuseNext(int count) => refusals = count;

    public async Task<IReadOnlyList<(string To, string Text)>> Wait(string to, int count)
    {
        for (var i = 0; i < 300; i++)
        {
            var found = Mails.Where(m => m.To == to).ToList();
            if (found.Count >= count) return found;
            await Task.Delay(100);
        }
        throw new TimeoutException($"{Mails.Count(m => m.To == to)} of {count} mails came.");
    }

    private async Task Accept()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                _ = Talk(await listener.AcceptTcpClientAsync(closing.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var open = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 uji");
        var to = "";
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            if (line.StartsWith("RCPT TO:<", StringComparison.OrdinalIgnoreCase)) to = line[9..line.IndexOf('>')];
            if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) return;
            if (!line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("250 baik");
                continue;
            }
            await writer.WriteLineAsync("354 lanjut");
            var text = new StringBuilder();
            while (await reader.ReadLineAsync(closing.Token) is { } part && part != ".") text.Append(part).Append('\n');
            var mood = Interlocked.Decrement(ref refusals) >= 0 ? MailMood.Refuses : Mood();
            // A server that does not answer may have taken the mail all the same: the sender cannot know.
            if (mood is not MailMood.Refuses) Mails.Enqueue((to, Plain(text.ToString())));
            if (mood is MailMood.NeverAnswers) await Task.Delay(Timeout.Infinite, closing.Token);
            await writer.WriteLineAsync(mood is MailMood.Refuses ? "451 nanti" : "250 diterima");
            if (mood is MailMood.AnswersTwice) await writer.WriteLineAsync("250 diterima");
        }
    }

    /// <summary>Headers, an empty line and the decoded words.</summary>
    private static string Plain(string mail)
    {
        var cut = mail.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = (mail[..cut], mail[(cut + 2)..]);
        if (head.Contains("base64", StringComparison.OrdinalIgnoreCase)) body = Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)));
        else body = body.Replace("=\n", "", StringComparison.Ordinal).Replace("=0D=0A", "\n", StringComparison.Ordinal).Replace("=0A", "\n", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        return head + "\n\n" + body;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await work;
        closing.Dispose();
    }
}
