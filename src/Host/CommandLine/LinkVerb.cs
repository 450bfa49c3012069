using System.Runtime.InteropServices;
using Layar.Linkage;
using Layar.Linkage.Files;

namespace Layar.Host.CommandLine;

/// <summary><c>layar link A.csv [B.csv] --model FILE --out FILE</c>: which records are the same person, between two files or inside one.</summary>
internal static class LinkVerb
{
    private static readonly string Form = VerbForms.Find("link")!.Usage;

    public static int Run(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        try
        {
            Console.WriteLine(LinkJob.Run(Job(args), Console.Error, stop.Token));
            return Verbs.Done;
        }
        catch (LinkageFault fault)
        {
            Console.Error.WriteLine("layar link: " + fault.Message);
            return fault.InData ? Verbs.NotAsItShouldBe : Verbs.Usage;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine("layar link: " + failure.Message);
            return Verbs.CannotRunHere;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("layar link: stopped; nothing was written.");
            return Verbs.NotAsItShouldBe;
        }
    }

    private static LinkJob Job(string[] args)
    {
        var files = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) files.Add(args[i]);
            else if (args[i].IndexOf('=', StringComparison.Ordinal) is > 0 and var at) options[args[i][..at]] = args[i][(at + 1)..];
            else options[args[i]] = i + 1 < args.Length ? args[++i] : throw LinkageFault.OfUse($"{args[i]} needs a value. {Form}");
        }
        if (files.Count is 0 or > 2) throw LinkageFault.OfUse($"name one or two CSV files. {Form}");
        return new LinkJob(files[0], files.ElementAtOrDefault(1), Required(options, "--model"), Required(options, "--out"))
        {
            Explain = options.GetValueOrDefault("--explain"), Seed = Number(options, "--seed", 1), Threads = (int)Number(options, "--threads", (ulong)Environment.ProcessorCount),
        };
    }

    private static string Required(Dictionary<string, string> options, string name) =>
        options.TryGetValue(name, out var value) && value.Length > 0 ? value : throw LinkageFault.OfUse($"{name} is missing. {Form}");

    private static ulong Number(Dictionary<string, string> options, string name, ulong otherwise)
    {
        if (!options.TryGetValue(name, out var text)) return otherwise;
        return ulong.TryParse(text, out var number) && number is > 0 and < int.MaxValue ? number : throw LinkageFault.OfUse($"{name} {text}: write a whole number above zero.");
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
