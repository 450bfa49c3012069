using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Kernel.Migrations;

internal sealed class M202611210003_Kernel_WebKeys : SchemaChange
{
    protected override void Apply(MigrationBuilder schema) =>
        schema.CreateTable("web_key", t => new
        {
            id = t.Column<Guid>(Types.Id, nullable: false),
            created_at = t.Column<DateTime>(Types.Time, nullable: false),
            sealed_xml = t.Column<byte[]>(Types.Bytes, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_web_key", x => x.id));
}
