using Layar.Host.CommandLine;
using Layar.Host.Demo.Arrivals;
using Layar.Host.Demo;
using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Host.Tests.Demo;

/// <summary>Demo data made on a database of its own, at an hour that stands still.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    /// <summary>A Friday morning at the office.</summary>
    public static readonly DateTime Now = new(2026, 11, 20, 2, 30, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("layar-demo-test-").FullName;
    private readonly DemoPast past = new();
    private WebApplication? app;
    private string db = "";

    public IServiceProvider Services => app!.Services;

    public string Folder => folder;

    public string Db => db;

    public static async Task<DemoSite> Make(DemoSize size, string area = "63.11")
    {
        var site = new DemoSite();
        var house = await site.Open(size, area);
        Assert.Null(await house.Refusal(CancellationToken.None));
        await house.Fill(CancellationToken.None);
        Assert.True(await house.Letters(deliver: true, CancellationToken.None));
        return site;
    }

    public async Task<DemoHouse> Open(DemoSize size, string area)
    {
        db = await TestDatabase.Create(folder);
        var settings = Settings.From(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["data"] = folder, ["db"] = db, ["port"] = "0", ["area"] = area }).Build(), demo: true);
        app = LayarApp.Build(settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new DemoClock(Now));
            past.Follow(builder.Services);
        });
        return new DemoHouse(app, past, settings, size);
    }

    public async Task<List<T>> All<T>() where T : class
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<T>().AsNoTracking().ToListAsync();
    }

    public async Task<T> Within<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        await past.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestDatabase.Drop(db);
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The default demo, made once for all tests that look at it.</summary>
public sealed class UsualDemo : IAsyncLifetime
{
    internal DemoSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await DemoSite.Make(new DemoSize(300));

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>Classes that look at the default demo, which prints its letters for minutes.</summary>
[CollectionDefinition(Name)]
public sealed class UsualDemos : ICollectionFixture<UsualDemo>
{
    public const string Name = "usual demo";
}
