using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Layar.Letters.Contracts;

namespace Layar.Letters.Printing;

/// <summary>One WeasyPrint process. Not for two jobs at a time; after any failure it is only good for disposal.</summary>
internal sealed class PrintWorker : IAsyncDisposable
{
    private const int LargestAnswer = 64 * 1024 * 1024;
    private const int ExitMissing = 3;

    private readonly Process process;

    private PrintWorker(Process process) => this.process = process;

    public int ProcessId => process.Id;
    public int Letters { get; private set; }

    public static async Task<PrintWorker> StartAsync(string script, PrintOptions options, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(options.Python, ["-I", "-B", script, options.MemoryMegabytes.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        PrintWorker worker;
        try { worker = new(Process.Start(start)!); }
        catch (Win32Exception) { throw Missing(); }
        worker.process.ErrorDataReceived += static (_, _) => { };
        worker.process.BeginErrorReadLine();
        try
        {
            await worker.AnswerAsync(options.StartTimeout, cancellation);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    public async Task<byte[]> PrintAsync(string html, string identifier, TimeSpan timeout, CancellationToken cancellation)
    {
        Letters++;
        var request = JsonSerializer.SerializeToUtf8Bytes(new { html, identifier });
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, request.Length);
        var clock = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            var pipe = process.StandardInput.BaseStream;
            await pipe.WriteAsync(length, limit.Token);
            await pipe.WriteAsync(request, limit.Token);
            await pipe.FlushAsync(limit.Token);
        }
        catch (IOException) { throw Died(); }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested) { throw Late(timeout); }
        var left = timeout - clock.Elapsed;
        return await AnswerAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellation);
    }

    private async Task<byte[]> AnswerAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            // A pipe read cannot always be cancelled; waiting on the task can.
            var answer = await ReadFrameAsync().WaitAsync(limit.Token);
            return answer[0] == 0 ? answer[1..] : throw new LetterPrintException("print.refused", Encoding.UTF8.GetString(answer, 1, answer.Length - 1));
        }
        catch (Exception cause) when (cause is IOException or InvalidDataException) { throw await GoneAsync(); }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested) { throw Late(timeout); }
    }

    private async Task<byte[]> ReadFrameAsync()
    {
        var pipe = process.StandardOutput.BaseStream;
        var length = new byte[4];
        await pipe.ReadExactlyAsync(length);
        var size = BinaryPrimitives.ReadInt32BigEndian(length);
        if (size is < 1 or > LargestAnswer) throw new InvalidDataException();
        var answer = new byte[size];
        await pipe.ReadExactlyAsync(answer);
        return answer;
    }

    private async Task<LetterPrintException> GoneAsync()
    {
        using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try { await process.WaitForExitAsync(moment.Token); }
        catch (OperationCanceledException) { return Died(); }
        return process.ExitCode == ExitMissing ? Missing() : Died();
    }

    private static LetterPrintException Missing() =>
        new("print.missing", "Letters are printed by WeasyPrint, which is not installed: apt install weasyprint fonts-noto-core fonts-liberation");

    private static LetterPrintException Died() => new("print.died", "The print worker ended before it answered.");

    private static LetterPrintException Late(TimeSpan timeout) =>
        new("print.timeout", string.Create(CultureInfo.InvariantCulture, $"The print worker did not answer within {timeout.TotalSeconds:0.#} s."));

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        catch (InvalidOperationException) { /* it ended between the question and the kill */ }
        process.Dispose();
    }
}
