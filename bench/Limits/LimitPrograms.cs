using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Layar.Bench.Limits;

/// <summary>Bare programs that do the same work with nothing around it, each in a process of its own.</summary>
internal static class LimitPrograms
{
    public static async Task<int> Run(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args[1..]).Build();
        var work = args[0] switch
        {
            "bytes" => BytesLimit.Serve(options),
            "queue" => QueueLimit.Serve(options),
            "intake-postgres" => IntakePostgresLimit.Serve(options),
            "registry" => RegistryLimit.Run(options),
            "linkage" => LinkageLimit.Run(options),
            "intake-sqlite" => IntakeSqliteLimit.Run(options),
            _ => throw new ArgumentException($"No limit program {args[0]}."),
        };
        await work;
        return 0;
    }

    /// <summary>Kestrel and nothing else.</summary>
    public static async Task Kestrel(IConfiguration options, Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{options["port"]}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);
        await using var app = builder.Build();
        map(app);
        await app.RunAsync();
    }
}
