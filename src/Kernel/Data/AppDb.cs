using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Layar.Kernel.Data;

/// <summary>The assemblies whose entity configurations and migrations make up the database.</summary>
public sealed record ModelParts(IReadOnlyList<Assembly> Assemblies);

/// <summary>
/// The one database context. It has no DbSet properties: a module reaches <c>Set&lt;T&gt;()</c> of the types it can name.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options) : DbContext(options)
{
    private DatabaseKind? _kind;

    // Asked for every row of some lists, and the name of the provider is read from its assembly each time.
    public DatabaseKind Kind => _kind ??= Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal) ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    protected override void ConfigureConventions(ModelConfigurationBuilder builder) =>
        StorageTypes.Apply(builder, Kind, this.GetService<ModelParts>());

    protected override void OnModelCreating(ModelBuilder builder)
    {
        foreach (var assembly in this.GetService<ModelParts>().Assemblies)
            builder.ApplyConfigurationsFromAssembly(assembly);
        SnakeCase.Apply(builder);
    }
}
