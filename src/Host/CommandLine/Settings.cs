using System.Net;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Mail;
using Layar.Weather.Contracts;
using IPNetwork = System.Net.IPNetwork;

namespace Layar.Host.CommandLine;

/// <summary>Settings in force: appsettings.json, then environment <c>LAYAR__…</c>, then the command line.</summary>
internal sealed record Settings(Installation Installation, DatabaseChoice Database, int Port, string Bind, string? CatalogueFolder, IReadOnlyList<IPNetwork> Proxies, MailRoad? Mail, BmkgSource Weather)
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
        return new Settings(installation, DatabaseChoice.Parse(configuration["db"], data), port, bind, configuration["catalogue"], Networks(configuration["proxies"]), MailRoad.Parse(configuration["smtp"]), BmkgSource.Parse(configuration["weather"]));
    }

    /// <summary>Addresses and networks whose word about the visitor's address and scheme is believed; none unless named.</summary>
    private static IReadOnlyList<IPNetwork> Networks(string? named) =>
        [.. (named ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(one =>
            IPNetwork.TryParse(one, out var network) ? network
            : IPAddress.TryParse(one, out var address) ? new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)
            : throw new ArgumentException($"'{one}' in 'proxies' is neither an address nor a network such as 10.0.0.0/24."))];

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
