using Layar.Host.CommandLine;
using Layar.Host.Web;
using Layar.Kernel;
using Layar.Kernel.Data;
using Layar.Kernel.Mail;

namespace Layar.Host;

/// <summary>Puts the house together: kernel, modules, pages.</summary>
internal static class LayarApp
{
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
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
            // Says at every closed door that it is closed.
            .AddFilter("Layar.Identity.Sessions.SessionHandler", LogLevel.Warning)
            // Says at every form that caching was forbidden, which is what the house wants.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            // Warns that keys are kept plain; they are sealed by the store itself.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddKernel(settings.Installation, settings.Database, new ModelParts(Modules.Assemblies));
        Modules.Add(builder.Services, settings);
        Pages.Add(builder.Services);
        adjust?.Invoke(builder);
        var app = builder.Build();
        Proxies.Believe(app, settings.Proxies);
        Pages.Map(app);
        Modules.Map(app);
        return app;
    }
}
