using Layar.Cases.Contracts;
using Layar.Identity.Contracts;
using Layar.Kernel.Installations;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Secrets;
using Layar.Letters.Approval;
using Layar.Letters.Books;
using Layar.Letters.CaseLetters;
using Layar.Letters.Checking;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;
using Layar.Letters.Ending;
using Layar.Letters.Handing;
using Layar.Letters.Issuing;
using Layar.Letters.LetterDesk;
using Layar.Letters.OpenLetter;
using Layar.Letters.Printing;
using Layar.Letters.Receipts;
using Layar.Letters.Register;
using Layar.Letters.RegistryStatements;
using Layar.Letters.Templates;
using Layar.Letters.VerifyLetter;
using Layar.People.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Letters;

/// <summary>Letters from draft to handover, and the public check of what they say.</summary>
public static class LettersModule
{
    public static IServiceCollection AddLetters(this IServiceCollection services, string? catalogueFolder)
    {
        services.AddSingleton(new SealedColumn("letter", "sealed_document")).AddSingleton(new SealedColumn("handover", "sealed_receiver"));
        services.AddSingleton<LetterTemplates>().AddSingleton<LetterPress>().AddSingleton(new NumberBooks(catalogueFolder)).AddSingleton<OfficeKeyRing>().AddSingleton<LetterVault>();
        services.AddSingleton(provider => new LetterPrinter(new PrintOptions { Folder = Path.Combine(provider.GetRequiredService<Installation>().DataFolder, "press") }));
        services.AddSingleton<ILetterPrinter>(provider => provider.GetRequiredService<LetterPrinter>());
        services.AddHostedService<PrinterWarming>().AddSingleton<IJob, PrintSignedLetters>();
        services.AddSingleton<Signers>().AddSingleton<LetterComposer>().AddSingleton<DraftProposal>().AddScoped<LetterMatters>();
        services.AddScoped<LetterAccess>().AddScoped<IPersonCopyPart, LettersInCopy>().AddScoped<IReadSubjects, LettersAsSubjects>().AddScoped<LetterList>().AddSingleton<LettersWaitingMemory>().AddScoped<IWaitingWork, LettersWaiting>().AddScoped<ILetters, LetterReading>().AddScoped<NumberLedger>().AddScoped<ApprovalTurn>();
        services.AddScoped<DraftLetterHandler>().AddScoped<EditLetterHandler>().AddScoped<SubmitLetterHandler>().AddScoped<ApproveLetterHandler>()
            .AddScoped<ReturnLetterHandler>().AddScoped<SignLetterHandler>().AddScoped<IssueLetterHandler>().AddScoped<UploadScanHandler>()
            .AddScoped<EndLetterHandler>().AddScoped<ReplaceLetterHandler>().AddScoped<HandOverHandler>().AddScoped<IssueReceiptHandler>();
        services.AddScoped<RegistrySaying>();
        services.AddScoped<PrintRoom>().AddScoped<LetterFiles.Opening>().AddScoped<LetterHistory>().AddScoped<ICasePanel, LettersPanel>();
        return services.AddScoped<LetterVerifier>().AddSingleton<CheckLog>().AddSingleton<CheckLimit>();
    }

    public static void MapLetters(this IEndpointRouteBuilder app)
    {
        LetterFiles.Map(app);
        PublicKeys.Map(app);
    }

    /// <summary>For the verb <c>verify-letter</c>: prints what the file is; 0 only when it is a valid letter.</summary>
    public static async Task<int> VerifyFile(IServiceProvider scope, string file, TextWriter output, CancellationToken stop)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"There is no file {file}.", file);
        var finding = await scope.GetRequiredService<LetterVerifier>().ByFile(await File.ReadAllBytesAsync(file, stop), stop);
        await output.WriteLineAsync(finding.Verdict.ToString().ToLowerInvariant());
        if (finding.Letter is { } letter) await output.WriteLineAsync($"{letter.NumberText} · {letter.Date:yyyy-MM-dd} · {letter.SignerTitle}");
        return finding.Verdict == Verdict.Valid ? 0 : 1;
    }
}
