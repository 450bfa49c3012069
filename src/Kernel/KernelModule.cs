using Layar.Kernel.Acts;
using Layar.Kernel.Backups;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Installations;
using Layar.Kernel.Outbox;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Secrets;
using Layar.Kernel.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel;

public static class KernelModule
{
    public static IServiceCollection AddKernel(this IServiceCollection services, Installation installation, DatabaseChoice database, ModelParts parts)
    {
        var keyFile = Path.Combine(installation.KeyFolder, "keyring.json");
        Directory.CreateDirectory(installation.DataFolder);
        return services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(installation)
            .AddSingleton(_ => installation.Demo ? KeyRing.OpenOrCreate(keyFile) : KeyRing.Open(keyFile))
            .AddSingleton<FieldCipher>()
            .AddScoped<KeyRotation>()
            .AddWebKeys()
            .AddScoped<BackupWriting>()
            .AddScoped<BackupRestoring>()
            .AddSingleton(new DerivedTable("lease"))
            .AddSingleton<IFileStore, DiskFileStore>()
            .AddScoped<FileErasing>()
            .AddSingleton<IJob, EraseFiles>()
            .AddSingleton(new TextCatalogue(parts.Assemblies))
            .AddData(database, parts)
            .AddActs()
            .AddOutbox()
            .AddScheduling();
    }
}
