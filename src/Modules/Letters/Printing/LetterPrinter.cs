using System.Collections.Concurrent;
using System.Threading.Channels;
using Layar.Letters.Contracts;

namespace Layar.Letters.Printing;

/// <summary>A few warm print workers. A worker that died or came too late is replaced and its letter tried once more.</summary>
internal sealed class LetterPrinter : ILetterPrinter, IAsyncDisposable
{
    private const string Resource = "Letters.Printing.press.py";

    private readonly PrintOptions options;
    private readonly Lazy<string> script;
    private readonly Channel<Place> free;
    private readonly List<Place> places;
    private readonly CancellationTokenSource closing = new();

    public LetterPrinter(PrintOptions options)
    {
        this.options = options;
        script = new(WriteScript);
        free = Channel.CreateBounded<Place>(options.Workers);
        places = [.. Enumerable.Range(0, options.Workers).Select(_ => new Place())];
        foreach (var place in places) free.Writer.TryWrite(place);
    }

    /// <summary>Where one worker stands; empty until the first letter and after a failure.</summary>
    private sealed class Place
    {
        public PrintWorker? Worker;
    }

    /// <summary>The processes that are up now, for health pages and tests.</summary>
    internal IReadOnlyList<int> ProcessIds => [.. places.Select(p => p.Worker).OfType<PrintWorker>().Select(w => w.ProcessId)];

    public async Task<byte[]> PrintAsync(string html, string identifier, CancellationToken cancellation = default)
    {
        if (identifier.Length is 0 or > 128 || !identifier.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException("Letters and digits only.", nameof(identifier));
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, closing.Token);
        var place = await free.Reader.ReadAsync(either.Token);
        try
        {
            try { return await OnceAsync(place, html, identifier, either.Token); }
            catch (LetterPrintException failure) when (failure.Code is "print.died" or "print.timeout")
            {
                return await OnceAsync(place, html, identifier, either.Token);
            }
        }
        finally { free.Writer.TryWrite(place); }
    }

    public async Task WarmAsync(CancellationToken cancellation = default)
    {
        var taken = new ConcurrentBag<Place>();
        try
        {
            await Task.WhenAll(places.Select(async _ =>
            {
                var place = await free.Reader.ReadAsync(cancellation);
                taken.Add(place);
                place.Worker ??= await PrintWorker.StartAsync(script.Value, options, cancellation);
            }));
        }
        finally
        {
            foreach (var place in taken) free.Writer.TryWrite(place);
        }
    }

    private async Task<byte[]> OnceAsync(Place place, string html, string identifier, CancellationToken cancellation)
    {
        var worker = place.Worker ??= await PrintWorker.StartAsync(script.Value, options, cancellation);
        var healthy = false;
        try
        {
            var pdf = await worker.PrintAsync(html, identifier, options.Timeout, cancellation);
            healthy = worker.Letters < options.LettersPerWorker;
            return pdf;
        }
        catch (LetterPrintException failure) when (failure.Code == "print.refused")
        {
            healthy = true;
            throw;
        }
        finally
        {
            if (!healthy)
            {
                place.Worker = null;
                await worker.DisposeAsync();
            }
        }
    }

    private string WriteScript()
    {
        Directory.CreateDirectory(options.Folder);
        var file = Path.Combine(options.Folder, "press.py");
        var fresh = $"{file}.{Guid.NewGuid():N}";
        using (var from = typeof(LetterPrinter).Assembly.GetManifestResourceStream(Resource)!)
        using (var to = File.Create(fresh))
            from.CopyTo(to);
        File.Move(fresh, file, overwrite: true);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested) return;
        await closing.CancelAsync();
        // Every place comes back to the channel once its job has noticed, so that no worker starts after this.
        for (var i = 0; i < places.Count; i++)
        {
            var place = await free.Reader.ReadAsync();
            if (place.Worker is { } worker) await worker.DisposeAsync();
            place.Worker = null;
        }
        closing.Dispose();
    }
}
