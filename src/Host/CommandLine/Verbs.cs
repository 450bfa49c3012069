using Layar.Kernel.Acts;
using Layar.Kernel.Data;

namespace Layar.Host.CommandLine;

/// <summary>The verbs of <c>./layar</c>. Exit codes: 0 done, 1 not as it should be, 2 usage, 3 cannot run here.</summary>
internal static class Verbs
{
    public const int Done = 0;
    public const int NotAsItShouldBe = 1;
    public const int Usage = 2;
    public const int CannotRunHere = 3;

    public static async Task<int> Run(string[] args)
    {
        var verb = args.FirstOrDefault() ?? "";
        var rest = args.Skip(1).ToArray();
        try
        {
            return verb switch
            {
                "serve" => await Serve(rest),
                "migrate" => await Migrate(rest),
                "verify-audit" => await VerifyAudit(rest),
                "workflow-doc" => await WorkflowDoc(rest),
                _ => Unknown(verb),
            };
        }
        catch (ArgumentException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return Usage;
        }
        catch (FileNotFoundException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return CannotRunHere;
        }
    }

    private static async Task<int> Serve(string[] args)
    {
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(args), demo: false));
        await app.RunAsync();
        return Done;
    }

    private static async Task<int> Migrate(string[] args)
    {
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(args), demo: true));
        await using var scope = app.Services.CreateAsyncScope();
        var steps = await scope.ServiceProvider.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        Console.WriteLine(steps == 0 ? "The database is current." : $"{steps} steps applied; the database is current.");
        return Done;
    }

    private static async Task<int> VerifyAudit(string[] args)
    {
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(args), demo: true));
        await using var scope = app.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None);
        Console.WriteLine($"{result.Acts} acts and {result.Seals} daily seals checked.");
        if (result.Broken is null) return Done;
        Console.Error.WriteLine($"Broken: {result.Broken}");
        return NotAsItShouldBe;
    }

    private static async Task<int> WorkflowDoc(string[] args)
    {
        await using var app = LayarApp.Build(Settings.From(Settings.Layers([]), demo: true));
        await File.WriteAllTextAsync(args.FirstOrDefault() ?? Path.Combine("docs", "workflow.md"), Cases.CasesModule.WorkflowDocument(app.Services));
        return Done;
    }

    private static int Unknown(string verb)
    {
        Console.Error.WriteLine($"layar: unknown verb '{verb}'. Verbs: demo, serve, migrate, test, bench, import-areas, verify-audit, verify-letter, rotate-keys.");
        return Usage;
    }
}
