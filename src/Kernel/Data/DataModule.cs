using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Data;

public static class DataModule
{
    // A kept context of SQLite holds an open connection with its cache; on PostgreSQL a connection goes back after each question.
    private const int SqliteContexts = 16;
    private const int PostgresContexts = 256;

    public static IServiceCollection AddData(this IServiceCollection services, DatabaseChoice database, ModelParts parts)
    {
        services.AddSingleton(database);
        // The model takes as long as the rest of the start; it is kept for all contexts, so it is begun beside it.
        _ = Task.Run(() => Model(database, parts));
        services.AddSingleton(parts);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<CommitCount>();
        services.AddPooledDbContextFactory<AppDb>((provider, options) => Configure(options.UseApplicationServiceProvider(provider).AddInterceptors(Counted(provider)), database), database.Kind == DatabaseKind.Sqlite ? SqliteContexts : PostgresContexts);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext());
        services.AddScoped<Change>();
        services.AddScoped<Migrator>();
        services.AddSingleton<GroupCommit>();
        services.AddHostedService(provider => provider.GetRequiredService<GroupCommit>());
        return services;
    }

    private static IInterceptor[] Counted(IServiceProvider provider)
    {
        var commits = provider.GetRequiredService<CommitCount>();
        return [new CountedTransactions(commits), new CountedSaves(commits)];
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
        if (database.Kind == DatabaseKind.Sqlite) options.UseSqlite(database.ConnectionString).AddInterceptors(new KeptConnections(database.ConnectionString));
        else options.UseNpgsql(database.ConnectionString);
    }
}
