using Layar.Identity;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Secrets;
using Layar.Letters;

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
            if (VerbForms.Find(verb) is { } form)
            {
                if (VerbForm.AsksForHelp(rest)) return Help(form);
                form.Check(rest);
            }
            return verb switch
            {
                "demo" => await DemoVerb.Run(rest),
                "serve" => await Serve(rest),
                "migrate" => await Migrate(rest),
                "import-areas" => await ImportAreasVerb.Run(rest),
                "import-dtsen" => await ImportRegistryVerb.Run(rest),
                "link" => LinkVerb.Run(rest),
                "backup" => await BackupVerbs.Backup(rest),
                "restore" => await BackupVerbs.Restore(rest),
                "verify-backup" => await BackupVerbs.Verify(rest),
                "rotate-keys" => await RotateKeys(rest),
                "verify-audit" => await VerifyAudit(rest),
                "verify-letter" => await VerifyLetter(rest),
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

    /// <summary>Production start: refuses an unmigrated database, missing keys and accounts with the published demo password.</summary>
    private static async Task<int> Serve(string[] args)
    {
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(args), demo: false));
        app.Services.GetRequiredService<KeyRing>();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var pending = await scope.ServiceProvider.GetRequiredService<Migrator>().Pending(CancellationToken.None);
            if (pending.Count > 0) return Cannot($"The database lacks {pending.Count} steps; run 'layar migrate' first.");
            if (await IdentityModule.HasDemoAccounts(scope.ServiceProvider, CancellationToken.None))
                return Cannot("The database holds demo accounts with a published password. Serve an own database.");
        }
        await app.RunAsync();
        return Done;
    }

    private static async Task<int> Migrate(string[] args)
    {
        var newKeys = args.Contains("--new-keys");
        var settings = Settings.From(Settings.Layers([.. args.Where(a => a != "--new-keys")]), demo: false);
        if (newKeys) KeyRing.OpenOrCreate(Path.Combine(settings.Installation.KeyFolder, "keyring.json"));
        await using var app = LayarApp.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var steps = await scope.ServiceProvider.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        await Modules.Seed(scope.ServiceProvider);
        Console.WriteLine(steps == 0 ? "The database is current." : $"{steps} steps applied; the database is current.");
        return Done;
    }

    private static async Task<int> RotateKeys(string[] args)
    {
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(args), demo: false));
        await using var scope = app.Services.CreateAsyncScope();
        var number = scope.ServiceProvider.GetRequiredService<KeyRing>().Rotate();
        // A server that runs goes on sealing with the key before until it looks into the file.
        await Task.Delay(KeyRing.TakenUp);
        var fields = await scope.ServiceProvider.GetRequiredService<KeyRotation>().SealAgain(CancellationToken.None);
        Console.WriteLine($"Key {number} is current; {fields} fields sealed again.");
        return Done;
    }

    private static async Task<int> VerifyAudit(string[] args)
    {
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(args), demo: false));
        await using var scope = app.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None);
        Console.WriteLine($"{result.Acts} acts and {result.Seals} daily seals checked.");
        if (result.Broken is null) return Done;
        Console.Error.WriteLine($"Broken: {result.Broken}");
        return NotAsItShouldBe;
    }

    private static async Task<int> VerifyLetter(string[] args)
    {
        if (args.FirstOrDefault() is not { } file || file.StartsWith('-')) throw new ArgumentException("layar verify-letter FILE.pdf");
        await using var app = LayarApp.Build(Settings.From(Settings.Layers(args[1..]), demo: false));
        await using var scope = app.Services.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<Migrator>().Pending(CancellationToken.None)).Count > 0) return Cannot("This database is not migrated; name it with --data or --db.");
        return await LettersModule.VerifyFile(scope.ServiceProvider, file, Console.Out, CancellationToken.None);
    }

    /// <summary>Says on the error stream what stands in the way.</summary>
    internal static int Cannot(string why)
    {
        Console.Error.WriteLine(why);
        return CannotRunHere;
    }

    private static async Task<int> WorkflowDoc(string[] args)
    {
        await using var app = LayarApp.Build(Settings.From(Settings.Layers([]), demo: true));
        await File.WriteAllTextAsync(args.FirstOrDefault() ?? Path.Combine("docs", "workflow.md"), Cases.CasesModule.WorkflowDocument(app.Services));
        return Done;
    }

    private static int Help(VerbForm form)
    {
        Console.WriteLine(form.Usage);
        return Done;
    }

    private static int Unknown(string verb)
    {
        Console.Error.WriteLine($"layar: unknown verb '{verb}'. Verbs: demo, serve, migrate, test, bench, import-areas, import-dtsen, link, verify-audit, verify-letter, backup, restore, verify-backup, rotate-keys.");
        return Usage;
    }
}
