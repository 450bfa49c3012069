using Layar.Kernel.Data;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Layar.People.Contracts;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Releases;
using Layar.People.Registry.Wizard;
using Microsoft.EntityFrameworkCore;

namespace Layar.Host.CommandLine;

/// <summary>The dry run of an import as lines of the terminal.</summary>
internal static class TrialReport
{
    public static void Print(RegistryImport import, TextCatalogue texts, TextWriter output)
    {
        output.WriteLine(texts["people.registry.terminal.as-of", texts["people.registry.kind." + import.Kind.ToString().ToLowerInvariant()], Wita.Date(import.AsOf), import.Title]);
        if (ImportFace.Fault(import, texts) is { } fault)
        {
            output.WriteLine(fault);
            return;
        }
        if (TrialResult.Read(import.Result) is not { } result) return;
        output.WriteLine(texts["people.registry.terminal.counts", N(result.Persons), N(result.WithoutNik), N(result.Families), N(result.Quarantined), N(result.AlreadyThere)]);
        if (result.Movement is { } m)
            output.WriteLine(texts["people.registry.terminal.movement", Wita.Date(m.Against), N(m.Entered), N(m.Left), N(m.ChangedDecile), N(m.MovedCard), N(m.MovedVillage)]);
        foreach (var cause in result.Causes)
            output.WriteLine(texts["people.registry.terminal.cause", N(cause.Count), texts[ImportFace.Cause(cause.Cause)], texts[cause.Quarantined ? "people.registry.to-quarantine" : "people.registry.taken"], string.Join(", ", cause.Places)]);
        if (result.LeftOut.Count > 0) output.WriteLine(texts["people.registry.left-out", string.Join(", ", result.LeftOut)]);
        if (import.State == ImportState.Tried) output.WriteLine(texts["people.registry.terminal.tried", import.Id.Value, result.Seconds.ToString("0.0")]);
    }

    private static string N(int number) => number.ToString("N0");
}

/// <summary>Shows twice a second how far the reading is, where a person looks on; nothing when the output goes to a file.</summary>
internal sealed class ProgressLine : IAsyncDisposable
{
    private const int Width = 78;
    private readonly CancellationTokenSource done = new();
    private readonly Task showing;

    public ProgressLine(IServiceProvider services, RegistryImportId id) => showing = Console.IsErrorRedirected ? Task.CompletedTask : Show(services, id);

    private async Task Show(IServiceProvider services, RegistryImportId id)
    {
        var (contexts, texts) = (services.GetRequiredService<IDbContextFactory<AppDb>>(), services.GetRequiredService<TextCatalogue>());
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await tick.WaitForNextTickAsync(done.Token))
            {
                await using var db = await contexts.CreateDbContextAsync(done.Token);
                var import = await db.Set<RegistryImport>().AsNoTracking().SingleAsync(i => i.Id == id, done.Token);
                await Console.Error.WriteAsync("\r" + Line(ImportFace.Reading(import, DateTime.UtcNow), texts).PadRight(Width));
            }
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteAsync("\r" + new string(' ', Width) + "\r");
        }
    }

    /// <summary>A bar, how far, how fast and how long still.</summary>
    internal static string Line(Progress progress, TextCatalogue texts) => $"[{new string('#', progress.Percent / 5).PadRight(20, '.')}] "
        + texts["people.registry.terminal.progress", progress.Percent, progress.Done.ToString("N0"), progress.PerSecond.ToString("N0"), progress.LeftText(texts) ?? "…"];

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await showing;
        done.Dispose();
    }
}
