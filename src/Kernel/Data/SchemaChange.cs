using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Layar.Kernel.Data;

/// <summary>
/// A hand-written migration for both databases. The class name is its id: <c>M202611210001_Kernel_FirstTables</c>.
/// Expand first, back-fill by a job, contract in a later release.
/// </summary>
public abstract class SchemaChange : Migration
{
    protected bool IsSqlite => ActiveProvider!.Contains("Sqlite", StringComparison.Ordinal);

    protected ColumnTypes Types => new(IsSqlite);

    protected override void Up(MigrationBuilder migrationBuilder) => Apply(migrationBuilder);

    protected abstract void Apply(MigrationBuilder schema);
}

/// <summary>Store types by meaning; the same words in every migration.</summary>
public readonly record struct ColumnTypes(bool Sqlite)
{
    public string Id => Sqlite ? "BLOB" : "uuid";

    public string Text => Sqlite ? "TEXT" : "text";

    public string Int => Sqlite ? "INTEGER" : "integer";

    public string Long => Sqlite ? "INTEGER" : "bigint";

    public string Bool => Sqlite ? "INTEGER" : "boolean";

    public string Time => Sqlite ? "INTEGER" : "timestamp with time zone";

    public string Day => Sqlite ? "TEXT" : "date";

    public string Real => Sqlite ? "REAL" : "double precision";

    public string Bytes => Sqlite ? "BLOB" : "bytea";
}
