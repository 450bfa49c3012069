using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Data;

public static class DataModule
{
    public static IServiceCollection AddData(this IServiceCollection services, DatabaseChoice database, ModelParts parts)
    {
        services.AddSingleton(database);
        services.AddSingleton(parts);
        services.AddSingleton<WriteGate>();
        services.AddPooledDbContextFactory<AppDb>((provider, options) => Configure(options.UseApplicationServiceProvider(provider), database));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext());
        services.AddScoped<Change>();
        services.AddScoped<Migrator>();
        services.AddSingleton<GroupCommit>();
        services.AddHostedService(provider => provider.GetRequiredService<GroupCommit>());
        return services;
    }

    private static void Configure(DbContextOptionsBuilder options, DatabaseChoice database)
    {
        if (database.Kind == DatabaseKind.Sqlite) options.UseSqlite(database.ConnectionString).AddInterceptors(new SqliteSettings());
        else options.UseNpgsql(database.ConnectionString);
    }
}
