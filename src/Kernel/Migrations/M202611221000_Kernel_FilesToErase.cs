using Layar.Kernel.Data;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Layar.Kernel.Migrations;

internal sealed class M202611221000_Kernel_FilesToErase : SchemaChange
{
    protected override void Apply(MigrationBuilder schema)
    {
        schema.CreateTable("file_to_erase", t => new
        {
            key = t.Column<string>(Types.Text, nullable: false),
            since = t.Column<DateTime>(Types.Time, nullable: false),
        }, constraints: t => t.PrimaryKey("pk_file_to_erase", x => x.key));
        schema.CreateIndex("ix_read_entry_at", "read_entry", ["at"]);
    }
}
