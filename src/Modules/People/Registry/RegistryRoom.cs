using Layar.Kernel.Secrets;
using Layar.Kernel.Scheduling;
using Layar.People.Contracts;
using Layar.People.Registry.Committing;
using Layar.People.Registry.DryRun;
using Layar.People.Registry.Looking;
using Layar.People.Registry.Mapping;
using Layar.People.Registry.Undoing;
using Layar.People.Registry.Uploading;
using Layar.People.Registry.Wizard;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.People.Registry;

internal static class RegistryRoom
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddScoped<IRegistry, RegistryBook>()
        .AddSingleton<ImportFiles>().AddSingleton<Staging>().AddSingleton<ReadingTurns>().AddSingleton<DryRunning>().AddSingleton<ClearUndone>()
        .AddSingleton<IJob, ReadWaitingImports>()
        .AddScoped<BeginImport>().AddScoped<SaveMapping>().AddScoped<ImportRows>().AddScoped<CommitImport>().AddScoped<UndoImport>()
        .AddSingleton(new SealedColumn("registry_person_row", "sealed_nik"))
        .AddSingleton(new SealedColumn("registry_family_row", "sealed_family_card"))
        .AddSingleton(new SealedColumn("registry_problem", "sealed_row"));
}
