using System.Runtime.InteropServices;
using Layar.Bench.Lab;
using Layar.Bench.Report;
using Layar.Bench.Scenarios;

namespace Layar.Bench;

/// <summary><c>layar bench</c>. Exit codes: 0 measured, 1 a scenario could not run or answered wrongly, 2 usage, 3 cannot run here.</summary>
internal static class BenchVerb
{
    public static async Task<int> Run(string[] args)
    {
        try
        {
            if (args is [] or [.., "--help" or "-h"]) return List();
            var options = Options.Parse(args);
            return await Measure(options, ScenarioList.Chosen(options.Scenario), string.Join(' ', args));
        }
        catch (ArgumentException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped before the end; servers and data of this run are gone.");
            return 1;
        }
        catch (CannotRunHere missing)
        {
            Console.Error.WriteLine("layar bench: " + missing.Message);
            return 3;
        }
    }

    private static int List()
    {
        Console.WriteLine("Usage: ./layar bench SCENARIO[,SCENARIO…]|all " + Options.Usage + "\n");
        foreach (var scenario in ScenarioList.All) Console.WriteLine($"  {scenario.Name,-11} {scenario.What}");
        foreach (var (name, scenarios) in ScenarioList.Sets) Console.WriteLine($"  {name,-11} {string.Join(", ", scenarios)} in one run");
        return 0;
    }

    private static async Task<int> Measure(Options options, IReadOnlyList<Scenario> chosen, string command)
    {
        using var stop = new CancellationTokenSource();
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Cancel(signal, stop));
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Cancel(signal, stop));
        var sheet = new ResultSheet(command, MachineFacts.Read());
        foreach (var scenario in chosen) if (scenario.Alone is not null) await sheet.AddAlone(scenario, options, stop.Token);
        chosen = [.. chosen.Where(s => s.Alone is null)];
        foreach (var database in chosen.Count == 0 ? [] : options.Databases)
        {
            await using var site = await TestSite.Open(database, stop.Token);
            sheet.Machine.Add(site.Server);
            foreach (var cases in options.Cases)
            {
                await using var data = await site.Prepare(cases, stop.Token);
                foreach (var scenario in chosen)
                {
                    if (cases != options.Cases[0] && scenario.OnceOnly) continue;
                    await sheet.Add(scenario, new Trial(options, site, data, stop.Token));
                }
            }
        }
        sheet.AddGrowth();
        sheet.Print();
        if (options.Markdown is { } file) await sheet.Write(file);
        return sheet.Complete ? 0 : 1;
    }

    private static void Cancel(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}

/// <summary>Something outside is missing; the message says what to install.</summary>
internal sealed class CannotRunHere(string message) : Exception(message);

/// <summary>A scenario cannot be measured on this build or data; the message says why.</summary>
internal sealed class CannotMeasure(string message) : Exception(message);
