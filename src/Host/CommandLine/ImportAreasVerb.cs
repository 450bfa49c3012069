using Layar.Areas;
using Layar.Kernel.Data;

namespace Layar.Host.CommandLine;

/// <summary><c>layar import-areas FILE</c>: the official list, or nothing when a line is wrong.</summary>
internal static class ImportAreasVerb
{
    public static async Task<int> Run(string[] args)
    {
        if (args.FirstOrDefault() is not { } path || path.StartsWith("--", StringComparison.Ordinal)) throw new ArgumentException("layar import-areas FILE: name a CSV file with the columns code,parent,name.");
        if (!File.Exists(path)) throw new FileNotFoundException($"{path} was not found.", path);
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(args[1..]), demo: true));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        using var file = new StreamReader(path);
        var result = await AreasModule.Import(scope.ServiceProvider, file, Path.GetFileName(path), CancellationToken.None);
        foreach (var fault in result.Faults) Console.Error.WriteLine(fault);
        if (result.Faults.Count > 0) return Verbs.NotAsItShouldBe;
        Console.WriteLine($"{result.Added} added, {result.Renamed} renamed, {result.Ended} ended, {result.Unchanged} unchanged.");
        return Verbs.Done;
    }
}
