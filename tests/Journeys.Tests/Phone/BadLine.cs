using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Layar.Journeys.Tests.Phone;

/// <summary>What a line between a village and the office does to one request.</summary>
internal enum Fault { None, Refuse, CutRequest, LoseAnswer, CutAnswer, Delay, Repeat, Overtake, BadGateway }

/// <summary>
/// A way to the server that drops, delays, repeats, reorders and truncates what goes through, or answers 502. Every request
/// has a connection of its own, and a seeded dice decides about each.
/// </summary>
internal sealed class BadLine : IAsyncDisposable
{
    private static readonly Fault[] Faults = [Fault.Refuse, Fault.CutRequest, Fault.LoseAnswer, Fault.CutAnswer, Fault.Delay, Fault.Repeat, Fault.Overtake, Fault.BadGateway];

    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Uri server;
    private readonly Random dice;
    private volatile bool down;
    private double share;

    public BadLine(Uri server, int seed)
    {
        (this.server, dice) = (server, new Random(seed));
        door.Start();
        _ = Serve();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)door.LocalEndpoint).Port}";

    /// <summary>Nothing goes through.</summary>
    public bool Down { get => down; set => down = value; }

    /// <summary>Share of requests to the interfaces for machines that meet a fault; 0 is a good line.</summary>
    public double Share { get => Volatile.Read(ref share); set => Volatile.Write(ref share, value); }

    /// <summary>Bytes of bodies that were let through to the server, by the beginning of their address.</summary>
    public long Sent { get; private set; }

    /// <summary>The browser keeps no cookies.</summary>
    public bool WithoutCookies { get; set; }

    /// <summary>Decides about a request in place of the dice.</summary>
    public Func<string, Fault?>? Decide { get; set; }

    /// <summary>Changes an answer on its way, such as the worker of an older version.</summary>
    public Func<string, string, string>? Rewrite { get; set; }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        door.Stop();
    }

    private async Task Serve()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                var phone = await door.AcceptTcpClientAsync(end.Token);
                _ = Guarded(phone);
            }
            catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // Who called has hung up again before anybody answered.
            }
        }
    }

    private async Task Guarded(TcpClient phone)
    {
        using (phone)
        {
            try
            {
                await Carry(phone.GetStream());
            }
            catch (Exception cut) when (cut is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
            }
        }
    }

    private async Task Carry(NetworkStream phone)
    {
        if (await LineRequest.Read(phone, WithoutCookies, end.Token) is not { } request || down) return;
        var fault = Roll(request.Path);
        switch (fault)
        {
            case Fault.Refuse:
                return;
            case Fault.BadGateway:
                await phone.WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: 20\r\n\r\n<h1>Bad Gateway</h1>"u8.ToArray(), end.Token);
                return;
            case Fault.CutRequest:
                await Forward(request, request.Body.Length / 2);
                return;
            case Fault.Delay:
                await Task.Delay(Dice(50, 800), end.Token);
                break;
            case Fault.Overtake:
                // The answer comes at once as lost; the request itself arrives after what is sent next.
                _ = Task.Delay(Dice(100, 1500), end.Token).ContinueWith(_ => Quietly(request), end.Token, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
                return;
            case Fault.Repeat:
                await Forward(request, request.Body.Length);
                break;
        }
        var answer = await Forward(request, request.Body.Length);
        if (down || fault == Fault.LoseAnswer) return;
        if (Rewrite is { } rewrite) answer = Rewritten(request.Path, answer, rewrite);
        await phone.WriteAsync(fault == Fault.CutAnswer ? answer.AsMemory(0, Dice(1, answer.Length)) : answer, end.Token);
    }

    private async Task Quietly(LineRequest request)
    {
        try
        {
            await Forward(request, request.Body.Length);
        }
        catch (Exception cut) when (cut is IOException or SocketException or OperationCanceledException)
        {
        }
    }

    private Fault Roll(string path)
    {
        if (Decide?.Invoke(path) is { } decided) return decided;
        lock (dice)
            return (path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/unggah", StringComparison.Ordinal)) && dice.NextDouble() < Share ? Faults[dice.Next(Faults.Length)] : Fault.None;
    }

    private int Dice(int from, int to)
    {
        lock (dice) return dice.Next(from, Math.Max(from + 1, to));
    }

    private async Task<byte[]> Forward(LineRequest request, int bytes)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(server.Host, server.Port, end.Token);
        var stream = line.GetStream();
        await stream.WriteAsync(request.Head, end.Token);
        await stream.WriteAsync(request.Body.AsMemory(0, bytes), end.Token);
        Sent += bytes;
        if (bytes < request.Body.Length) line.Client.Shutdown(SocketShutdown.Send);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, end.Token);
        return answer.ToArray();
    }

    private static byte[] Rewritten(string path, byte[] answer, Func<string, string, string> rewrite)
    {
        var text = Encoding.Latin1.GetString(answer);
        var at = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var body = rewrite(path, text[at..]);
        return body == text[at..] ? answer : Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n" + body);
    }
}
