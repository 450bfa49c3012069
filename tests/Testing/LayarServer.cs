using Layar.Host;
using Layar.Host.CommandLine;
using Layar.Kernel.Data;
using Layar.Letters.Issuing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Layar.Testing;

/// <summary>
/// The real application on a free loopback port with a database of its own, migrated. Use as a collection or class
/// fixture; derive to adjust services that stand for what lies outside.
/// </summary>
public class LayarServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("layar-test-").FullName;
    private WebApplication? app;
    private string db = "";

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public IServiceProvider Services => app!.Services;

    public string DataFolder => folder;

    protected virtual string Area => "63.11";

    /// <summary>Settings besides folder, database, port and area.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settled => new Dictionary<string, string?>();

    protected virtual void Adjust(WebApplicationBuilder builder)
    {
    }

    /// <summary>Runs after migration and before the first request.</summary>
    protected virtual Task Prepare(IServiceProvider services) => Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        db = await TestDatabase.Create(folder);
        app = Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
            await Prepare(scope.ServiceProvider);
        }
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>A second node on the same folder and database. It is yours to start, stop and dispose.</summary>
    public WebApplication Neighbour() => Build();

    private WebApplication Build()
    {
        var settings = new Dictionary<string, string?>(Settled) { ["data"] = folder, ["db"] = db, ["port"] = "0", ["area"] = Area };
        settings.TryAdd("weather", "off");
        return LayarApp.Build(Settings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), demo: true), builder =>
        {
            // Two print workers for every server of the tests would cost more than the tests; the first letter starts them.
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(PrinterWarming)));
            Adjust(builder);
        });
    }

    /// <summary>A browser without scripts: keeps cookies, does not follow redirects.</summary>
    public Visitor Visitor() => new(Address);

    public async Task<T> Within<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestDatabase.Drop(db);
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
        }
        GC.SuppressFinalize(this);
    }
}
