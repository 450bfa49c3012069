using Layar.Kernel.Data;
using Layar.Kernel.Installations;

namespace Layar.Host.CommandLine;

/// <summary>Settings in force: appsettings.json, then environment <c>LAYAR__…</c>, then the command line.</summary>
internal sealed record Settings(Installation Installation, DatabaseChoice Database, int Port, string Bind, string? CatalogueFolder)
{
    public static Settings From(IConfiguration configuration, bool demo)
    {
        var data = Path.GetFullPath(configuration["data"] ?? (demo || Directory.Exists("data-demo") ? "data-demo" : "/var/lib/layar"));
        var port = int.TryParse(configuration["port"], out var number) ? number : 5080;
        var bind = configuration["bind"] ?? "127.0.0.1";
        var installation = new Installation(
            data,
            Path.GetFullPath(configuration["keys"] ?? Path.Combine(data, "keys")),
            configuration["area"] ?? "63.11",
            demo,
            (configuration["publicAddress"] ?? $"http://{bind}:{port}").TrimEnd('/'));
        return new Settings(installation, DatabaseChoice.Parse(configuration["db"], data), port, bind, configuration["catalogue"]);
    }

    /// <summary>Reads the layers in their order; a verb's own words are already cut from the arguments.</summary>
    public static IConfiguration Layers(string[] args)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Where(e => ((string)e.Key).StartsWith("LAYAR__", StringComparison.Ordinal))
            .ToDictionary(e => ((string)e.Key)["LAYAR__".Length..].Replace("__", ":"), e => (string?)e.Value);
        return new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddInMemoryCollection(environment)
            .AddCommandLine(args)
            .Build();
    }
}
