using System.Reflection;
using Layar.Host.CommandLine;
using Layar.Host.Web;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Outbox;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Secrets;
using Layar.Kernel.Texts;

namespace Layar.Host;

/// <summary>Puts the house together: kernel, modules, pages.</summary>
internal static class LayarApp
{
    /// <summary>Assemblies with entities, migrations, texts and pages.</summary>
    public static readonly IReadOnlyList<Assembly> Parts = Modules.Assemblies;

    public static WebApplication Build(Settings settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Layar.Host", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls($"http://{settings.Bind}:{settings.Port}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        AddKernel(builder.Services, settings);
        Modules.Add(builder.Services, settings);
        Pages.Add(builder.Services);
        adjust?.Invoke(builder);
        var app = builder.Build();
        Pages.Map(app);
        Modules.Map(app);
        return app;
    }

    private static void AddKernel(IServiceCollection services, Settings settings)
    {
        Directory.CreateDirectory(settings.Installation.DataFolder);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Installation);
        services.AddSingleton(_ => settings.Installation.Demo
            ? KeyRing.OpenOrCreate(Path.Combine(settings.Installation.KeyFolder, "keyring.json"))
            : KeyRing.Open(Path.Combine(settings.Installation.KeyFolder, "keyring.json")));
        services.AddSingleton<FieldCipher>();
        services.AddScoped<KeyRotation>();
        services.AddSingleton(new TextCatalogue(Parts));
        services.AddData(settings.Database, new ModelParts(Parts)).AddActs().AddOutbox().AddScheduling();
    }
}
