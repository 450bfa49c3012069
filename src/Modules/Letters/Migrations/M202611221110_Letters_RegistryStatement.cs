using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Letters.Migrations;

internal sealed class M202611221110_Letters_RegistryStatement : SchemaChange
{
    protected override void Apply(MigrationBuilder schema) => schema.AddColumn<Guid>("registry_import_id", "letter", Types.Id, nullable: true);
}
