using Layar.Kernel.Data;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Tests.Data;

[Trait("Kind", "slice")]
[Collection(nameof(KernelServer))]
public sealed class SchemaTests(KernelServer server)
{
    private const string SqliteColumns = """
        SELECT m.name || '.' || c.name || ' ' || upper(c.type) || CASE WHEN c."notnull" = 1 THEN ' not null' ELSE '' END || CASE WHEN c.pk > 0 THEN ' key ' || c.pk ELSE '' END AS "Value"
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
        """;
    private const string SqliteIndexes = """
        SELECT m.name || ' on ' || m.tbl_name || CASE WHEN upper(m.sql) LIKE '%UNIQUE%' THEN ' unique' ELSE '' END || ': ' || (SELECT group_concat(i.name, ',') FROM pragma_index_info(m.name) i) AS "Value"
        FROM sqlite_master m WHERE m.type = 'index' AND m.sql IS NOT NULL
        """;
    private const string PostgresColumns = """
        SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public'
        """;
    private const string PostgresIndexes = """SELECT replace(indexdef, 'public.', '') AS "Value" FROM pg_indexes WHERE schemaname = 'public'""";

    // Full-text tables and their vocabulary are not entities.
    private static readonly string[] OutsideModel = ["schema_version", "case_search", "search_"];

    [Fact]
    public async Task The_migrated_schema_equals_the_model()
    {
        var migrated = await server.Within(async services => await Describe(services.GetRequiredService<AppDb>()));
        var fromModel = await FromModel();

        Assert.Equal(fromModel, migrated);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var steps = await server.Within(async services => await services.GetRequiredService<Migrator>().Migrate(CancellationToken.None));

        Assert.Equal(0, steps);
    }

    private async Task<List<string>> FromModel()
    {
        var folder = Directory.CreateTempSubdirectory("layar-model-").FullName;
        var text = await TestDatabase.Create(folder);
        try
        {
            var choice = DatabaseChoice.Parse(text, folder);
            var options = new DbContextOptionsBuilder<AppDb>().UseApplicationServiceProvider(server.Services);
            _ = choice.Kind == DatabaseKind.Sqlite ? options.UseSqlite(choice.ConnectionString) : options.UseNpgsql(choice.ConnectionString);
            await using var db = new AppDb(options.Options);
            await db.Database.EnsureCreatedAsync();
            return await Describe(db);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await TestDatabase.Drop(text);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<string>> Describe(AppDb db)
    {
        var (columns, indexes) = db.Kind == DatabaseKind.Sqlite ? (SqliteColumns, SqliteIndexes) : (PostgresColumns, PostgresIndexes);
        var all = await db.Database.SqlQueryRaw<string>(columns).ToListAsync();
        all.AddRange(await db.Database.SqlQueryRaw<string>(indexes).ToListAsync());
        return [.. all.Where(line => !OutsideModel.Any(line.Contains)).Order(StringComparer.Ordinal)];
    }
}
