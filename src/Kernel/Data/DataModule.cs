using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Data;

public static class DataModule
{
    public static IServiceCollection AddData(this IServiceCollection services, DatabaseChoice database, ModelParts parts)
    {
        services.AddSingleton(database);
        // The model takes as long as the rest of the start; it is kept for all contexts, so it is begun beside it.
        _ = Task.Run(() => Model(database, parts));
        services.AddSingleton(parts);
        services.AddSingleton<WriteGate>();
        services.AddPooledDbContextFactory<AppDb>((provider, options) => Configure(options.UseApplicationServiceProvider(provider), database));
        services.AddScoped(provider => Open(provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext()));
        services.AddScoped<Change>();
        services.AddScoped<Migrator>();
        services.AddSingleton<GroupCommit>();
        services.AddHostedService(provider => provider.GetRequiredService<GroupCommit>());
        return services;
    }

    /// <summary>
    /// On SQLite the connection stays open as long as its scope: each opening registers EF's functions anew, which costs as
    /// much as a small query. On PostgreSQL a connection goes back to the pool after each query, so that few serve many.
    /// </summary>
    private static AppDb Open(AppDb db)
    {
        if (db.Kind == DatabaseKind.Sqlite) db.Database.OpenConnection();
        return db;
    }

    private static Microsoft.EntityFrameworkCore.Metadata.IModel Model(DatabaseChoice database, ModelParts parts)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        Configure(options.UseApplicationServiceProvider(new ServiceCollection().AddSingleton(parts).BuildServiceProvider()), database);
        using var db = new AppDb(options.Options);
        return db.Model;
    }

    private static void Configure(DbContextOptionsBuilder options, DatabaseChoice database)
    {
        if (database.Kind == DatabaseKind.Sqlite) options.UseSqlite(database.ConnectionString).AddInterceptors(new SqliteSettings());
        else options.UseNpgsql(database.ConnectionString);
    }
}
